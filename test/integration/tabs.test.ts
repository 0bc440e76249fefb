import { describe, expect, test } from 'vitest';
import type { TabsState } from '../../shared/domain/tab.ts';
import { createTestCore, refusal, value, type TestCore } from '../support/core.ts';
import { withTab } from '../support/contract-tabs.ts';

const MINUTE = 60_000;
const ORIGIN = 'https://outlook.office.com';

async function read({ commands }: TestCore): Promise<TabsState> {
  return value(await commands.tabs.read({}));
}

/** The tab that is shown, as it is shown. */
async function shown(core: TestCore) {
  const { tabs, shownId } = await read(core);
  return tabs.find(({ id }) => id === shownId);
}

const open = async (
  { commands }: TestCore,
  accountId: Parameters<typeof commands.services.open>[0]['accountId'],
  serviceId: string,
) => value(await commands.services.open({ accountId, serviceId, owner: 'work' }));

/** Lets what was asked of a view come back. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('switching', () => {
  test('returns to the service where the account was, and its page is warm', async () => {
    const core = createTestCore();
    const { accountId, view } = await withTab(core);
    const other = await core.link('other@example.com');
    value(await core.commands.accounts.switchTo({ accountId: other }));
    expect(await read(core)).toEqual({ accountId: other, tabs: [], shownId: null });
    expect(core.ports.views.shown).toBeNull();
    value(await core.commands.accounts.switchTo({ accountId }));
    expect(core.ports.views.shown).toBe(view);
    expect(core.ports.views.opened).toHaveLength(1);
  });

  test('a warm page is on screen by the switch’s own commit, and the window is told once', async () => {
    const core = createTestCore();
    const { accountId, view } = await withTab(core);
    const other = await core.link('other@example.com');
    value(await core.commands.accounts.switchTo({ accountId: other }));
    core.ports.clock.advance(5000);
    const seen: unknown[] = [];
    core.subscribe((message) => {
      if (message.name === 'app.changed') seen.push(message.payload.revision, core.ports.views.shown === view);
      if (message.name === 'tabs.changed') seen.push(message.payload.shownId);
    });
    value(await core.commands.accounts.switchTo({ accountId }));
    const { revision } = core.snapshot();
    expect(seen.filter((one) => typeof one === 'number')).toEqual([revision]);
    expect(core.ports.views.shown).toBe(view);
    core.ports.clock.advance(5000);
    expect(core.snapshot().revision).toBe(revision);
  });

  test('opening a service of another account makes that account the active one, and shows the service', async () => {
    const core = createTestCore();
    await withTab(core);
    const other = await core.link('other@example.com');
    await open(core, other, 'teams');
    expect(core.snapshot().accounts.activeId).toBe(other);
    expect(await shown(core)).toMatchObject({ accountId: other, serviceId: 'teams' });
    expect(core.ports.views.shown?.request.accountId).toBe(other);
  });

  test('a service that is open is gone to, not opened twice', async () => {
    const core = createTestCore();
    const { accountId, tabId } = await withTab(core);
    await open(core, accountId, 'calendar');
    await open(core, accountId, 'outlook');
    expect(await read(core)).toMatchObject({ shownId: tabId, tabs: [{}, {}] });
  });
});

describe('a restart', () => {
  test('brings every tab back asleep, and wakes the shown one in its place once the window has room', async () => {
    const core = createTestCore();
    const { accountId, view, tabId } = await withTab(core);
    view.visit(`${ORIGIN}/mail/id/7`, 'Seven');
    view.held.entries[1] = { url: `${ORIGIN}/mail/id/7`, title: 'Seven', pageState: 'scrolled' };
    value(await core.commands.tabs.zoom({ tabId, change: 'in' }));
    await open(core, accountId, 'calendar');
    value(await core.commands.tabs.show({ tabId }));
    const before = await read(core);
    await core.close();

    const again = createTestCore({ folder: core.ports.folder });
    const after = await read(again);
    expect(after.shownId).toBe(tabId);
    expect(after.tabs.map(({ address, title, zoom, isAsleep }) => ({ address, title, zoom, isAsleep }))).toEqual(
      before.tabs.map(({ address, title, zoom }) => ({ address, title, zoom, isAsleep: true })),
    );
    expect(again.ports.views.opened).toEqual([]);
    value(await again.commands.tabs.place({ room: { top: 80, bottom: 0 } }));
    expect(again.ports.views.opened).toHaveLength(1);
    const { start, zoom } = again.ports.views.newest().request;
    expect(zoom).toBe(110);
    expect(start).toMatchObject({ history: { entries: [{}, { pageState: 'scrolled' }, {}], index: 2 } });
  });

  test('after a crash a tab is there, and its place up to a second before', async () => {
    const core = createTestCore();
    const { view } = await withTab(core);
    view.visit(`${ORIGIN}/mail/1`);
    core.ports.clock.advance(1000);
    view.visit(`${ORIGIN}/mail/2`);
    const { address } = await shown(core).then((tab) => tab ?? { address: '' });
    expect(address).toBe(`${ORIGIN}/mail/2`);
    // What a crash leaves is what is in the store now.
    const stored = core.ports.views.newest().held;
    expect(stored.entries.at(-1)?.url).toBe(`${ORIGIN}/mail/2`);
    core.ports.clock.advance(1000);
    await core.close();
    const again = createTestCore({ folder: core.ports.folder });
    expect((await shown(again))?.address).toBe(`${ORIGIN}/mail/2`);
  });
});

/** An account with seven services, of which the last is shown. */
async function withSeven(core: TestCore) {
  const { accountId } = await withTab(core);
  for (const id of ['calendar', 'teams', 'onedrive', 'word', 'excel', 'powerpoint']) {
    core.ports.clock.advance(1000);
    await open(core, accountId, id);
  }
  for (const view of core.ports.views.opened) view.listener.loading(false);
  core.ports.clock.advance(2000);
  return accountId;
}

describe('hibernation', () => {
  test('the page used longest ago sleeps after fifteen minutes, and comes back where it was', async () => {
    const core = createTestCore();
    await withSeven(core);
    const [first] = core.ports.views.opened;
    core.ports.clock.advance(15 * MINUTE);
    await settled();
    expect(core.ports.views.opened.map(({ isClosed }) => isClosed)).toEqual([
      true,
      ...Array.from({ length: 6 }, () => false),
    ]);
    const tabId = first?.request.tabId;
    if (!tabId) throw new Error('No tab');
    expect((await read(core)).tabs[0]).toMatchObject({ isAsleep: true, isLoading: false, title: 'Inbox' });
    expect(value(await core.commands.tabs.picture({ tabId })).picture).toMatch(/^data:image/);
    value(await core.commands.tabs.show({ tabId }));
    expect(core.ports.views.newest().request).toMatchObject({ tabId, start: { history: first?.held } });
    expect(core.ports.views.shown).toBe(core.ports.views.newest());
  });

  test.each([
    ['plays', (view) => view.listener.audible(true), (view) => view.listener.audible(false)],
    ['downloads', (view) => view.listener.downloading(1), (view) => view.listener.downloading(-1)],
    ['loads', (view) => view.listener.loading(true), (view) => view.listener.loading(false)],
    [
      'holds unsent input',
      (view) => view.listener.keyed({ key: 'x', withCommand: false }),
      (view) => view.visit(`${ORIGIN}/sent`),
    ],
    [
      'waits for an answer',
      (view) => view.listener.asked({ origin: ORIGIN, permissions: ['camera'], answer: () => {} }),
      (view) => view.visit(`${ORIGIN}/elsewhere`),
    ],
    [
      'objects to being closed',
      (view) => void (view.objects = true),
      (view) => ((view.objects = false), view.visit(`${ORIGIN}/saved`)),
    ],
  ] as [
    string,
    (view: TestCore['ports']['views']['opened'][number]) => void,
    (view: TestCore['ports']['views']['opened'][number]) => void,
  ][])('one that %s is left alone until that is over', async (_name, begin, end) => {
    const core = createTestCore();
    await withSeven(core);
    const [view] = core.ports.views.opened;
    if (!view) throw new Error('No view');
    begin(view);
    core.ports.clock.advance(60 * MINUTE);
    await settled();
    expect(view.isClosed).toBe(false);
    end(view);
    core.ports.clock.advance(16 * MINUTE);
    await settled();
    expect(view.isClosed).toBe(true);
  });

  test('how many stay awake is a preference', async () => {
    const core = createTestCore();
    await withSeven(core);
    core.ports.clock.advance(20 * MINUTE);
    await settled();
    value(await core.commands.preferences.change({ warmTabs: 2 }));
    core.ports.clock.advance(1000);
    await settled();
    expect(core.ports.views.opened.filter(({ isClosed }) => !isClosed)).toHaveLength(2);
  });
});

describe('a page', () => {
  test('that crashed, hung or was not loaded is hidden, says so, and is mended by a reload', async () => {
    const core = createTestCore();
    const { view, tabId } = await withTab(core);
    view.listener.crashed();
    expect(await shown(core)).toMatchObject({ problem: { kind: 'crashed' }, isLoading: false });
    expect(core.ports.views.shown).toBeNull();
    value(await core.commands.tabs.reload({ tabId }));
    view.visit(`${ORIGIN}/mail/`);
    expect(await shown(core)).toMatchObject({ problem: null });
    expect(core.ports.views.shown).toBe(view);
    view.listener.hung(true);
    expect(await shown(core)).toMatchObject({ problem: { kind: 'hung' } });
    view.listener.hung(false);
    expect(core.ports.views.shown).toBe(view);
    view.listener.found({ current: 1, total: 50 });
    const [host, code] = ['badcert.example', 'ERR_CERT_AUTHORITY_INVALID'];
    view.listener.failed({ address: `https://${host}/`, code, canGoBack: true, canGoForward: false });
    expect(await shown(core)).toMatchObject({
      canGoBack: true,
      found: null,
      problem: { kind: 'certificate', host, code },
    });
  });

  test('whose sign-in was refused is told about, but not for one of its pictures', async () => {
    const core = createTestCore();
    const { view } = await withTab(core);
    view.listener.signInRefused('https://cdn.example/x.png', 'password');
    expect(await shown(core)).toMatchObject({ problem: null });
    view.listener.going('https://intranet.example/x');
    view.listener.signInRefused('https://intranet.example/x', 'domain-login');
    view.listener.went({
      address: 'https://intranet.example/x',
      canGoBack: true,
      canGoForward: false,
      isSamePage: false,
    });
    const problem = { kind: 'sign-in-refused', host: 'intranet.example', asked: 'domain-login' };
    expect(await shown(core)).toMatchObject({ problem });
    view.visit(`${ORIGIN}/mail/`);
    expect(await shown(core)).toMatchObject({ problem: null });
  });

  test('that wants the device or a passkey wants a browser, until it has left the sign-in', async () => {
    const core = createTestCore();
    const { view } = await withTab(core);
    view.visit('https://device.login.microsoftonline.com/?x');
    view.visit('https://login.microsoftonline.com/common/reprocess');
    expect(await shown(core)).toMatchObject({ wantsBrowser: true });
    view.visit(`${ORIGIN}/mail/`);
    expect(await shown(core)).toMatchObject({ wantsBrowser: false });
    view.listener.passkeyRefused();
    expect(await shown(core)).toMatchObject({ wantsBrowser: true });
  });

  test('asks once per account and origin, is refused while nobody answers, and asks again when told to', async () => {
    const core = createTestCore();
    const { accountId, view, tabId } = await withTab(core);
    const answers: string[] = [];
    const ask = (name: string, origin = ORIGIN) =>
      view.listener.asked({ origin, permissions: ['location'], answer: (given) => answers.push(`${name} ${given}`) });
    ask('first');
    ask('same');
    expect((await shown(core))?.asks).toHaveLength(1);
    view.visit(`${ORIGIN}/elsewhere`);
    expect(answers).toEqual(['first false', 'same false']);
    expect((await shown(core))?.asks).toEqual([]);
    ask('second');
    value(await core.commands.tabs.answer({ tabId, askId: (await shown(core))?.asks[0]?.id ?? '', isAllowed: true }));
    ask('third');
    ask('other', 'https://frame.example');
    expect(answers.slice(2)).toEqual(['second true', 'third true']);
    expect((await shown(core))?.asks).toMatchObject([{ origin: 'https://frame.example' }]);
    const other = await core.link('other@example.com');
    expect(core.ports.views.rules.isAllowed(accountId, ORIGIN, 'location')).toBe(true);
    expect(core.ports.views.rules.isAllowed(other, ORIGIN, 'location')).toBe(false);
    value(await core.commands.permissions.forget({ accountId, origin: ORIGIN, permission: 'location' }));
    expect(core.ports.views.rules.isAllowed(accountId, ORIGIN, 'location')).toBe(false);
  });

  test('that links to a site which a rule gives to another account opens it there, and not outside', async () => {
    const core = createTestCore();
    const { view, accountId } = await withTab(core);
    const other = await core.link('other@example.com');
    value(await core.commands.accounts.switchTo({ accountId }));
    value(await core.commands.links.add({ pattern: 'example.com', accountId: other }));
    const address = 'https://example.com/x';
    const wish = { address, features: '', disposition: 'foreground-tab', openPopups: 0 } as const;
    expect(view.listener.mayOpenWindow(wish)).toBe(false);
    expect(core.ports.browser.opened).toEqual([]);
    expect(await read(core)).toMatchObject({ accountId: other, tabs: [{ address }] });
    // Where the person asked for the browser, it is the browser.
    view.listener.linkChosen('https://example.com/y', 'browser');
    expect(core.ports.browser.opened).toEqual(['https://example.com/y']);
  });

  test('that opens a storm of windows opens three, wherever they lead, and none while nobody sees it', async () => {
    const core = createTestCore();
    const { view, tabId } = await withTab(core);
    const wish = (address: string) =>
      view.listener.mayOpenWindow({ address, features: '', disposition: 'foreground-tab', openPopups: 0 });
    value(await core.commands.tabs.show({ tabId: null }));
    expect(wish('about:blank')).toBe(false);
    expect(wish('https://example.com/')).toBe(false);
    expect(core.ports.browser.opened).toEqual([]);
    value(await core.commands.tabs.show({ tabId }));
    expect(wish('about:blank')).toBe(true);
    for (let n = 0; n < 100; n += 1) expect(wish(`https://example.com/${n}`)).toBe(false);
    expect(core.ports.browser.opened).toHaveLength(3);
    for (let n = 0; n < 100; n += 1) expect(wish(`https://teams.microsoft.com/${n}`)).toBe(false);
    expect((await read(core)).tabs).toHaveLength(1);
    core.ports.clock.advance(2000);
    wish('https://teams.microsoft.com/v2/');
    expect(await shown(core)).toMatchObject({ serviceId: null, address: 'https://teams.microsoft.com/v2/' });
  });

  test('cannot flood the window with titles', async () => {
    const core = createTestCore();
    const { view } = await withTab(core);
    core.ports.clock.advance(1000);
    let told = 0;
    core.subscribe(({ name }) => void (told += name === 'tabs.changed' ? 1 : 0));
    for (let n = 0; n < 1000; n += 1) {
      view.listener.titled(`${n} ${'x'.repeat(4000)}`);
      core.ports.clock.advance(1);
    }
    expect(told).toBeLessThanOrEqual(21);
    expect((await shown(core))?.title).toHaveLength(200);
  });

  test('that closes itself is gone, and its neighbour is shown', async () => {
    const core = createTestCore();
    const { accountId, tabId } = await withTab(core);
    await open(core, accountId, 'calendar');
    core.ports.views.newest().listener.closed();
    expect(await read(core)).toMatchObject({ shownId: tabId, tabs: [{ id: tabId }] });
  });
});

describe('removing an account', () => {
  test('closes its pages at once, wipes its session after the undo time, and forgets its tabs and answers', async () => {
    const core = createTestCore();
    await core.signIn('maria@example.com');
    const other = await core.link('other@example.com');
    await open(core, other, 'outlook');
    const view = core.ports.views.newest();
    view.listener.downloading(1);
    value(await core.commands.accounts.remove({ accountId: other, successorId: null }));
    expect(view.isClosed).toBe(true);
    expect(core.ports.views.shown).toBeNull();
    expect(core.ports.views.wiped).toEqual([]);
    core.ports.clock.advance(10_000);
    expect(core.ports.views.wiped).toEqual([other]);
    core.ports.clock.advance(60 * MINUTE);
    expect(core.ports.log.faults).toEqual([]);
  });

  test('undone, its tabs are there again, asleep or on screen', async () => {
    const core = createTestCore();
    const { accountId, tabId } = await withTab(core);
    value(await core.commands.accounts.remove({ accountId, successorId: null }));
    value(await core.commands.accounts.undoRemove({ accountId }));
    expect(await read(core)).toMatchObject({ accountId, shownId: tabId, tabs: [{ id: tabId }] });
    expect(core.ports.views.shown?.request.tabId).toBe(tabId);
    core.ports.clock.advance(60_000);
    expect(core.ports.views.wiped).toEqual([]);
  });

  test('erasing everything wipes every session; and each start deletes those of nobody', async () => {
    const core = createTestCore();
    const { accountId } = await withTab(core);
    const other = await core.link('other@example.com');
    value(await core.commands.accounts.eraseEverything({}));
    expect(core.ports.views.wiped.toSorted()).toEqual([accountId, other].toSorted());
    expect(core.ports.views.opened.every(({ isClosed }) => isClosed)).toBe(true);
    await core.close();
    const again = createTestCore({ folder: core.ports.folder });
    expect(again.ports.views.keptAtStart).toEqual(new Set());
  });
});

test('closing the app saves every place and closes every page, whatever they say', async () => {
  const core = createTestCore();
  const { view } = await withTab(core);
  view.objects = true;
  await core.close();
  expect(view.isClosed).toBe(true);
  expect(view.asked).not.toContain('close if saved');
});

test('no address, title or origin is in the log', async () => {
  const core = createTestCore();
  const { view } = await withTab(core);
  view.visit('https://canary.example/secret', 'Canary title');
  const failed = { address: 'https://canary.example/x', code: 'ERR_FAILED' };
  view.listener.failed({ ...failed, canGoBack: false, canGoForward: false });
  view.listener.asked({ origin: 'https://canary.example', permissions: ['camera'], answer: () => {} });
  view.listener.mayOpenWindow({ address: 'canary:x', features: '', disposition: 'default', openPopups: 0 });
  view.listener.signInRefused('https://canary.example/x', 'password');
  expect(JSON.stringify(core.ports.log.events).toLowerCase()).not.toContain('canary');
  expect(core.ports.log.events.map(({ name }) => name)).toContain('window-blocked');
});

test('a tab of nobody is refused', async () => {
  const core = createTestCore();
  const { tabId } = await withTab(core);
  const other = await core.link('other@example.com');
  value(await core.commands.accounts.switchTo({ accountId: other }));
  expect(refusal(await core.commands.tabs.show({ tabId }))).toEqual({ code: 'tab-not-found' });
});
