import { expect, test } from 'vitest';
import type { AccountId } from '../../shared/domain/account.ts';
import type { TabId } from '../../shared/domain/tab.ts';
import type { EventMessage } from '../../shared/ipc/contract.ts';
import type { Unread } from '../../shared/domain/notifications.ts';
import { createTestCore, value } from '../support/core.ts';
import { tabId } from '../support/ids.ts';

/** An app with two accounts, of which the first is active. */
async function underTest() {
  const tabs = {
    onScreen: null as TabId | null,
    asked: [] as TabId[],
    shown: () => tabs.onScreen,
    show: (id: TabId) => void tabs.asked.push(id),
  };
  const core = createTestCore({}, { tabs });
  const maria = await core.signIn('maria@example.com');
  const work = await core.link('work@example.com');
  value(await core.commands.accounts.rename({ accountId: work, name: 'Contoso' }));
  const heard: EventMessage[] = [];
  core.subscribe((message) => heard.push(message));
  const note = (account: AccountId, n: number, title: string, serviceId = 'outlook') =>
    core.tabNotes.noteTitle({ tabId: tabId(n), accountId: account, serviceId, title });
  const { clock, notifier, badge } = core.ports;
  return {
    ...core,
    maria,
    work,
    tabs,
    heard,
    note,
    clock,
    notifier,
    badge,
    /** The bodies of what was shown. */
    bodies: () => notifier.shown.map(({ body }) => body),
    unreadTold: (): Unread[] => heard.flatMap((m) => (m.name === 'notifications.unread' ? [m.payload] : [])),
  };
}

test('a rise is told: on the badge, to the window, and by a notification in the name of its account', async () => {
  const { work, maria, note, notifier, badge, unreadTold, unread } = await underTest();
  note(work, 1, '(3) Inbox - Secret subject - Outlook');
  expect(notifier.shown).toEqual([
    { accountId: work, title: 'Contoso', body: '3 unread in Outlook', initials: 'C', color: 1 },
  ]);
  expect(badge.shown).toEqual([3]);
  expect(unreadTold()).toEqual([{ total: 3, accounts: [{ accountId: work, count: 3, isLastKnown: false }] }]);
  note(maria, 2, '(99+) Chat | Microsoft Teams', 'teams');
  expect(notifier.shown[1]).toMatchObject({ title: 'maria@example.com', body: 'More than 99 unread in Teams' });
  expect(unread().total).toBe(103);
});

test('a click switches to the account, and shows its dashboard and the tab', async () => {
  const { work, note, notifier, tabs, heard, snapshot, commands, maria } = await underTest();
  value(await commands.accounts.switchTo({ accountId: maria }));
  note(work, 1, '(3) Inbox - Outlook');
  notifier.click();
  await expect.poll(() => tabs.asked).toEqual([tabId(1)]);
  expect(snapshot().accounts.activeId).toBe(work);
  expect(heard).toContainEqual({ name: 'app.navigate', payload: { page: 'dashboard' } });
});

test('a click on what is gone says so', async () => {
  const { work, note, notifier, tabs, heard, commands } = await underTest();
  note(work, 1, '(3) Inbox - Outlook');
  value(await commands.accounts.remove({ accountId: work, successorId: null }));
  notifier.click();
  const notice = { name: 'app.notice', payload: { code: 'command-refused', error: { code: 'account-not-found' } } };
  await expect.poll(() => heard).toContainEqual(notice);
  expect(tabs.asked).toEqual([]);
});

test('one notification in 10 s for each account, and the newest of what came meanwhile', async () => {
  const { maria, work, note, bodies, clock } = await underTest();
  note(work, 1, '(1) Inbox - Outlook');
  note(work, 1, '(2) Inbox - Outlook');
  note(work, 2, '(5) Chat | Microsoft Teams', 'teams');
  note(work, 1, '(4) Inbox - Outlook');
  note(maria, 3, '(1) Inbox - Outlook');
  expect(bodies()).toEqual(['1 unread in Outlook', '1 unread in Outlook']);
  clock.advance(9999);
  expect(bodies()).toHaveLength(2);
  clock.advance(1);
  expect(bodies().slice(2)).toEqual(['4 unread in Outlook']);
  clock.advance(60_000);
  note(work, 1, '(5) Inbox - Outlook');
  expect(bodies().slice(3)).toEqual(['5 unread in Outlook']);
});

test('what was read meanwhile is not announced', async () => {
  const { work, note, bodies, clock } = await underTest();
  note(work, 1, '(1) Inbox - Outlook');
  note(work, 1, '(2) Inbox - Outlook');
  note(work, 1, '(1) Inbox - Outlook');
  clock.advance(60_000);
  expect(bodies()).toEqual(['1 unread in Outlook']);
});

test('nothing is announced of the service that is on screen in the window in front', async () => {
  const { work, maria, note, tabs, notifier, bodies, unread, clock } = await underTest();
  note(work, 1, 'Inbox - Outlook');
  note(work, 2, 'Inbox - Outlook');
  tabs.onScreen = tabId(1);
  notifier.isFocused = true;
  note(work, 2, '(1) Inbox - Outlook');
  expect(bodies()).toEqual([]);
  expect(unread().total).toBe(1);
  note(maria, 3, '(1) Inbox - Outlook');
  note(work, 4, '(1) Chat | Microsoft Teams', 'teams');
  expect(bodies()).toEqual(['1 unread in Outlook', '1 unread in Teams']);
  clock.advance(10_000);
  notifier.isFocused = false;
  note(work, 2, '(2) Inbox - Outlook');
  expect(bodies()).toHaveLength(3);
});

test('an account that is off, in quiet hours or switched off for all is silent, and counts', async () => {
  const { work, maria, note, bodies, badge, commands, clock } = await underTest();
  const at = (time: string) => clock.setWall(new Date(`2026-11-24T${time}:00`).getTime());
  let n = 0;
  const rises = (account: AccountId) => {
    n += 1;
    const before = bodies().length;
    note(account, account === work ? 1 : 2, `(${n}) Inbox - Outlook`);
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
  const { work, note, badge, commands } = await underTest();
  note(work, 1, '(3) Inbox - Outlook');
  value(await commands.preferences.change({ showBadge: false }));
  value(await commands.preferences.change({ showBadge: true }));
  expect(badge.shown).toEqual([3, 0, 3]);
});

test('read, the notification goes away, and the badge with it', async () => {
  const { work, note, badge, notifier, clock } = await underTest();
  note(work, 1, '(3) Inbox - Outlook');
  note(work, 1, 'Inbox - Outlook');
  clock.advance(3000);
  expect(notifier.closed).toEqual([work]);
  expect(badge.shown).toEqual([3, 0]);
});

test('an account that was removed counts for nothing, and again once it is back', async () => {
  const { work, note, notifier, unread, commands, clock, unreadTold } = await underTest();
  note(work, 1, '(3) Inbox - Outlook');
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
  const { work, note, notifier, badge, unreadTold, clock } = await underTest();
  for (let second = 0; second < 20; second += 1) {
    for (let n = 0; n < 1000; n += 1) {
      note(work, 1, `(${second * 1000 + n}) Inbox`);
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
