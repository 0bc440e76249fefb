import { expect } from 'vitest';
import type { TabId } from '../../shared/domain/tab.ts';
import type { Client } from '../../shared/ipc/contract.ts';
import { refusal, value, type TestCore } from './core.ts';

type Walk<G extends keyof Client> = { [C in keyof Client[G]]: (core: TestCore) => Promise<void> };

const ORIGIN = 'https://outlook.office.com';
const NOBODY = '3f0c8a86-5e7b-4d9e-9c0b-1f2a3b4c5d6e';

/** Signs in and opens Outlook. */
export async function withTab(core: TestCore) {
  const { commands, ports, signIn } = core;
  const accountId = await signIn('maria@example.com');
  value(await commands.services.open({ accountId, serviceId: 'outlook', owner: 'work' }));
  const view = ports.views.newest();
  view.visit(`${ORIGIN}/mail/`, 'Inbox');
  const { tabId } = view.request;
  const tab = async () => {
    const found = value(await commands.tabs.read({})).tabs.find(({ id }) => id === tabId);
    if (!found) throw new Error('The tab is gone');
    return found;
  };
  return { accountId, tabId, view, tab };
}

/** What a command of a tab refuses where there is no such tab. */
async function refusesNoTab(answer: (input: { tabId: TabId }) => Promise<unknown>): Promise<void> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a well-formed id of no tab
  expect(await answer({ tabId: NOBODY as TabId })).toEqual({ ok: false, error: { code: 'tab-not-found' } });
}

const tabs: Walk<'tabs'> = {
  async read(core) {
    expect(value(await core.commands.tabs.read({}))).toEqual({ accountId: null, tabs: [], shownId: null });
    const { accountId, tabId } = await withTab(core);
    expect(value(await core.commands.tabs.read({}))).toMatchObject({
      accountId,
      shownId: tabId,
      tabs: [{ id: tabId, serviceId: 'outlook', title: 'Inbox', address: `${ORIGIN}/mail/`, isAsleep: false }],
    });
  },
  async show(core) {
    const { view, tabId } = await withTab(core);
    expect(core.ports.views.shown).toBe(view);
    value(await core.commands.tabs.show({ tabId: null }));
    expect(core.ports.views.shown).toBeNull();
    value(await core.commands.tabs.show({ tabId }));
    expect(core.ports.views.shown).toBe(view);
    await refusesNoTab(core.commands.tabs.show);
  },
  async close(core) {
    const { view, tabId } = await withTab(core);
    view.objects = true;
    expect(refusal(await core.commands.tabs.close({ tabId, evenUnsaved: false }))).toEqual({ code: 'tab-unsaved' });
    value(await core.commands.tabs.close({ tabId, evenUnsaved: true }));
    expect(value(await core.commands.tabs.read({}))).toMatchObject({ tabs: [], shownId: null });
    expect(view.isClosed).toBe(true);
    await refusesNoTab(({ tabId }) => core.commands.tabs.close({ tabId, evenUnsaved: false }));
  },
  async go(core) {
    const { view, tabId } = await withTab(core);
    for (const to of ['back', 'forward', 'start'] as const) value(await core.commands.tabs.go({ tabId, to }));
    const start = `load ${ORIGIN}/mail/?login_hint=maria%40example.com`;
    expect(view.asked).toEqual(['go back', 'go forward', start]);
  },
  async reload(core) {
    const { view, tabId } = await withTab(core);
    value(await core.commands.tabs.reload({ tabId }));
    const failed = { address: `${ORIGIN}/gone`, code: 'ERR_NAME_NOT_RESOLVED' };
    view.listener.failed({ ...failed, canGoBack: true, canGoForward: false });
    value(await core.commands.tabs.reload({ tabId }));
    expect(view.asked).toEqual(['reload', `load ${ORIGIN}/gone`]);
    await refusesNoTab(core.commands.tabs.reload);
  },
  async stop(core) {
    const { view, tabId } = await withTab(core);
    value(await core.commands.tabs.stop({ tabId }));
    expect(view.asked).toEqual(['stop']);
  },
  async find(core) {
    const { view, tabId, tab } = await withTab(core);
    value(await core.commands.tabs.find({ tabId, text: 'a', direction: 'previous' }));
    view.listener.found({ current: 1, total: 3 });
    expect((await tab()).found).toEqual({ current: 1, total: 3 });
    value(await core.commands.tabs.find({ tabId, text: '', direction: 'next' }));
    expect((await tab()).found).toBeNull();
    expect(view.asked).toEqual(['find a previous', 'find  next']);
  },
  async zoom(core) {
    const { view, tabId, tab } = await withTab(core);
    for (const change of ['in', 'in', 'out', 'reset', 'out'] as const)
      value(await core.commands.tabs.zoom({ tabId, change }));
    expect(view.asked).toEqual(['zoom 110', 'zoom 125', 'zoom 110', 'zoom 100', 'zoom 90']);
    expect((await tab()).zoom).toBe(90);
  },
  async print(core) {
    const { view, tabId } = await withTab(core);
    value(await core.commands.tabs.print({ tabId }));
    expect(view.asked).toEqual(['print']);
  },
  async openInBrowser(core) {
    const { tabId } = await withTab(core);
    value(await core.commands.tabs.openInBrowser({ tabId }));
    expect(core.ports.browser.opened).toEqual([`${ORIGIN}/mail/`]);
    core.ports.browser.opens = false;
    expect(refusal(await core.commands.tabs.openInBrowser({ tabId }))).toEqual({ code: 'open-failed' });
    await refusesNoTab(core.commands.tabs.openInBrowser);
  },
  async focus(core) {
    const { view, tabId } = await withTab(core);
    value(await core.commands.tabs.focus({ tabId }));
    expect(view.asked).toEqual(['focus']);
  },
  async picture(core) {
    const { tabId } = await withTab(core);
    const { picture } = value(await core.commands.tabs.picture({ tabId }));
    expect(picture).toMatch(/^data:image\/jpeg;base64,/);
    await refusesNoTab(core.commands.tabs.picture);
  },
  async place(core) {
    value(await core.commands.tabs.place({ room: { top: 80, bottom: 0.5 } }));
    expect(core.ports.views.room).toEqual({ top: 80, bottom: 0.5 });
    value(await core.commands.tabs.place({ room: null }));
    expect(core.ports.views.room).toBeNull();
  },
  async answer(core) {
    const { accountId, view, tabId, tab } = await withTab(core);
    const answers: boolean[] = [];
    view.listener.asked({ origin: ORIGIN, permissions: ['camera'], answer: (given) => answers.push(given) });
    const [ask] = (await tab()).asks;
    expect(ask).toMatchObject({ origin: ORIGIN, permissions: ['camera'] });
    value(await core.commands.tabs.answer({ tabId, askId: ask?.id ?? '', isAllowed: true }));
    expect(answers).toEqual([true]);
    expect((await tab()).asks).toEqual([]);
    expect(core.ports.views.rules.isAllowed(accountId, ORIGIN, 'camera')).toBe(true);
  },
  async memory(core) {
    const { accountId } = await withTab(core);
    expect(value(await core.commands.tabs.memory({}))).toEqual([{ accountId, bytes: 1_000_000 }]);
  },
};

const readRunning = () => ({ receivedBytes: 1, totalBytes: null, state: 'running' as const });

const downloads: Walk<'downloads'> = {
  async list(core) {
    expect(value(await core.commands.downloads.list({}))).toEqual([]);
  },
  async act(core) {
    const { accountId } = await withTab(core);
    const asked: string[] = [];
    const act = (name: string) => () => void asked.push(name);
    const item = {
      read: readRunning,
      pause: act('pause'),
      resume: act('resume'),
      cancel: act('cancel'),
      show: act('show'),
    };
    core.ports.views.rules.downloadStarted(accountId, 'a/../report.pdf', item);
    const [download] = value(await core.commands.downloads.list({}));
    expect(download).toMatchObject({ accountId, fileName: 'a_.._report.pdf', state: 'running' });
    for (const action of ['pause', 'resume', 'cancel', 'forget'] as const)
      value(await core.commands.downloads.act({ id: download?.id ?? '', action }));
    expect(asked).toEqual(['pause', 'resume', 'cancel']);
  },
};

const permissions: Walk<'permissions'> = {
  async list(core) {
    const { accountId, view, tabId, tab } = await withTab(core);
    view.listener.asked({ origin: ORIGIN, permissions: ['microphone', 'camera'], answer: () => {} });
    const askId = (await tab()).asks[0]?.id ?? '';
    value(await core.commands.tabs.answer({ tabId, askId, isAllowed: false }));
    expect(value(await core.commands.permissions.list({ accountId }))).toEqual([
      { origin: ORIGIN, permission: 'camera', isAllowed: false },
      { origin: ORIGIN, permission: 'microphone', isAllowed: false },
    ]);
  },
  async forget(core) {
    await permissions.list(core);
    const accountId = value(await core.commands.tabs.read({})).accountId;
    if (accountId === null) throw new Error('Nobody is signed in');
    value(await core.commands.permissions.forget({ accountId, origin: ORIGIN, permission: 'camera' }));
    expect(value(await core.commands.permissions.list({ accountId }))).toMatchObject([{ permission: 'microphone' }]);
  },
};

/** What each command about the pages of accounts answers when it does what it is for. */
export const walkTabs = { tabs, downloads, permissions };
