import { expect, test } from 'vitest';
import type { AccountId } from '../../shared/domain/account.ts';
import type { TabId } from '../../shared/domain/tab.ts';
import type { EventMessage } from '../../shared/ipc/contract.ts';
import type { Unread } from '../../shared/domain/notifications.ts';
import { createTestCore, value } from '../support/core.ts';
import type { HeldView } from '../support/views.ts';

const tabOf = (view: HeldView): TabId => view.request.tabId;

/** An app with two accounts, of which the first is active, and what each has open. */
async function underTest() {
  const core = createTestCore();
  const maria = await core.signIn('maria@example.com');
  const work = await core.link('work@example.com');
  const { commands, ports } = core;
  value(await commands.accounts.rename({ accountId: work, name: 'Contoso' }));
  const open = async (accountId: AccountId, serviceId: string, owner: 'work' | 'personal') => {
    value(await commands.services.open({ accountId, serviceId, owner }));
    return ports.views.newest();
  };
  const views = {
    outlook: await open(work, 'outlook', 'work'),
    again: await open(work, 'outlook', 'personal'),
    teams: await open(work, 'teams', 'work'),
    maria: await open(maria, 'outlook', 'work'),
    mariaTeams: await open(maria, 'teams', 'work'),
  };
  value(await commands.tabs.show({ tabId: null }));
  const heard: EventMessage[] = [];
  core.subscribe((message) => heard.push(message));
  const { clock, notifier, badge } = ports;
  return {
    ...core,
    maria,
    work,
    views,
    heard,
    note: (view: keyof typeof views, title: string) => views[view].listener.titled(title),
    clock,
    notifier,
    badge,
    /** The bodies of what was shown. */
    bodies: () => notifier.shown.map(({ body }) => body),
    unreadTold: (): Unread[] => heard.flatMap((m) => (m.name === 'notifications.unread' ? [m.payload] : [])),
  };
}

test('a rise is told: on the badge, to the window, and by a notification in the name of its account', async () => {
  const { work, note, notifier, badge, unreadTold, unread } = await underTest();
  note('outlook', '(3) Inbox - Secret subject - Outlook');
  expect(notifier.shown).toEqual([
    { accountId: work, title: 'Contoso', body: '3 unread in Outlook', initials: 'C', color: 1 },
  ]);
  expect(badge.shown).toEqual([3]);
  expect(unreadTold()).toEqual([{ total: 3, accounts: [{ accountId: work, count: 3, isLastKnown: false }] }]);
  note('mariaTeams', '(99+) Chat | Microsoft Teams');
  expect(notifier.shown[1]).toMatchObject({ title: 'maria@example.com', body: 'More than 99 unread in Teams' });
  expect(unread().total).toBe(103);
});

test('a click switches to the account, and shows its dashboard and the tab', async () => {
  const { work, note, notifier, views, heard, snapshot, commands } = await underTest();
  note('outlook', '(3) Inbox - Outlook');
  notifier.click();
  const shown = async () => value(await commands.tabs.read({})).shownId;
  await expect.poll(shown).toBe(tabOf(views.outlook));
  expect(snapshot().accounts.activeId).toBe(work);
  expect(heard).toContainEqual({ name: 'app.navigate', payload: { page: 'dashboard' } });
});

test('a click on what is gone says so', async () => {
  const { work, note, notifier, heard, commands } = await underTest();
  note('outlook', '(3) Inbox - Outlook');
  value(await commands.accounts.remove({ accountId: work, successorId: null }));
  notifier.click();
  const notice = { name: 'app.notice', payload: { code: 'command-refused', error: { code: 'account-not-found' } } };
  await expect.poll(() => heard).toContainEqual(notice);
});

test('one notification in 10 s for each account, and the newest of what came meanwhile', async () => {
  const { note, bodies, clock } = await underTest();
  note('outlook', '(1) Inbox - Outlook');
  note('outlook', '(2) Inbox - Outlook');
  note('teams', '(5) Chat | Microsoft Teams');
  note('outlook', '(4) Inbox - Outlook');
  note('maria', '(1) Inbox - Outlook');
  expect(bodies()).toEqual(['1 unread in Outlook', '1 unread in Outlook']);
  clock.advance(9999);
  expect(bodies()).toHaveLength(2);
  clock.advance(1);
  expect(bodies().slice(2)).toEqual(['4 unread in Outlook']);
  clock.advance(60_000);
  note('outlook', '(5) Inbox - Outlook');
  expect(bodies().slice(3)).toEqual(['5 unread in Outlook']);
});

test('what was read meanwhile is not announced', async () => {
  const { note, bodies, clock } = await underTest();
  note('outlook', '(1) Inbox - Outlook');
  note('outlook', '(2) Inbox - Outlook');
  note('outlook', '(1) Inbox - Outlook');
  clock.advance(60_000);
  expect(bodies()).toEqual(['1 unread in Outlook']);
});

test('nothing is announced of the service that is on screen in the window in front', async () => {
  const { work, note, commands, views, notifier, bodies, unread, clock } = await underTest();
  note('outlook', 'Inbox - Outlook');
  note('again', 'Inbox - Outlook');
  value(await commands.accounts.switchTo({ accountId: work }));
  value(await commands.tabs.show({ tabId: tabOf(views.outlook) }));
  value(await commands.tabs.place({ room: { top: 96, bottom: 0 } }));
  notifier.isFocused = true;
  note('again', '(1) Inbox - Outlook');
  expect(bodies()).toEqual([]);
  expect(unread().total).toBe(1);
  note('maria', '(1) Inbox - Outlook');
  note('teams', '(1) Chat | Microsoft Teams');
  expect(bodies()).toEqual(['1 unread in Outlook', '1 unread in Teams']);
  clock.advance(10_000);
  notifier.isFocused = false;
  note('again', '(2) Inbox - Outlook');
  expect(bodies()).toHaveLength(3);
});

test('an account that is off, in quiet hours or switched off for all is silent, and counts', async () => {
  const { work, maria, note, bodies, badge, commands, clock } = await underTest();
  const at = (time: string) => clock.setWall(new Date(`2026-11-24T${time}:00`).getTime());
  let n = 0;
  const rises = (account: AccountId) => {
    n += 1;
    const before = bodies().length;
    note(account === work ? 'outlook' : 'maria', `(${n}) Inbox - Outlook`);
    clock.advance(10_000);
    return bodies().length > before;
  };
  value(await commands.preferences.change({ quietHours: { from: '22:00', until: '07:00' } }));
  at('23:30');
  expect([rises(maria), rises(work)]).toEqual([false, false]);
  value(await commands.notifications.change({ accountId: work, isOn: true, quiet: 'none' }));
  expect([rises(maria), rises(work)]).toEqual([false, true]);
  at('07:00');
  expect([rises(maria), rises(work)]).toEqual([true, true]);
  value(await commands.notifications.change({ accountId: work, isOn: true, quiet: { from: '12:00', until: '13:00' } }));
  at('12:30');
  expect([rises(maria), rises(work)]).toEqual([true, false]);
  value(await commands.notifications.change({ accountId: work, isOn: false, quiet: 'none' }));
  at('15:00');
  expect([rises(maria), rises(work)]).toEqual([true, false]);
  value(await commands.preferences.change({ showNotifications: false }));
  expect([rises(maria), rises(work)]).toEqual([false, false]);
  clock.advance(10_000);
  expect(badge.shown.at(-1)).toBe(n + n - 1);
});

test('the badge follows its preference', async () => {
  const { note, badge, commands } = await underTest();
  note('outlook', '(3) Inbox - Outlook');
  value(await commands.preferences.change({ showBadge: false }));
  value(await commands.preferences.change({ showBadge: true }));
  expect(badge.shown).toEqual([3, 0, 3]);
});

test('read, the notification goes away, and the badge with it', async () => {
  const { work, note, badge, notifier, clock } = await underTest();
  note('outlook', '(3) Inbox - Outlook');
  note('outlook', 'Inbox - Outlook');
  clock.advance(3000);
  expect(notifier.closed).toEqual([work]);
  expect(badge.shown).toEqual([3, 0]);
});

test('an account that was removed counts for nothing, and again once it is back', async () => {
  const { work, note, notifier, unread, commands, clock, unreadTold } = await underTest();
  note('outlook', '(3) Inbox - Outlook');
  clock.advance(1000);
  value(await commands.accounts.remove({ accountId: work, successorId: null }));
  expect(unread().total).toBe(0);
  expect(notifier.closed).toEqual([work]);
  clock.advance(1000);
  value(await commands.accounts.undoRemove({ accountId: work }));
  expect(unread().total).toBe(3);
  value(await commands.accounts.eraseEverything({}));
  clock.advance(1000);
  expect(unreadTold().map(({ total }) => total)).toEqual([3, 0, 3, 0]);
});

test('a page that changes its title a thousand times a second is told once a second', async () => {
  const { note, notifier, badge, unreadTold, clock } = await underTest();
  for (let second = 0; second < 20; second += 1) {
    for (let n = 0; n < 1000; n += 1) {
      note('outlook', `(${second * 1000 + n}) Inbox`);
      clock.advance(1);
    }
  }
  expect(unreadTold().length).toBeLessThanOrEqual(21);
  expect(badge.shown.length).toBeLessThanOrEqual(21);
  expect(notifier.shown).toHaveLength(2);
});

test('what was chosen for an account outlives a restart, and goes with the account', async () => {
  const first = createTestCore();
  const accountId = await first.signIn('maria@example.com');
  const chosen = { accountId, isOn: false, quiet: { from: '22:00', until: '07:00' } };
  value(await first.commands.notifications.change(chosen));
  await first.close();
  const core = createTestCore({ folder: first.ports.folder });
  expect(value(await core.commands.notifications.settings({}))).toEqual([chosen]);
  value(await core.commands.accounts.eraseEverything({}));
  expect(value(await core.commands.notifications.settings({}))).toEqual([]);
});
