import { isDeepStrictEqual } from 'node:util';
import type { Account, AccountId } from '../../shared/domain/account.ts';
import type { Unread } from '../../shared/domain/notifications.ts';
import type { AccountsPart } from '../../shared/domain/snapshot.ts';
import type { TabId } from '../../shared/domain/tab.ts';
import type { Snapshots } from '../accounts/snapshot.ts';
import type { Ports } from '../ports.ts';
import type { PreferencesKeeper } from '../preferences/preferences.ts';
import type { Store } from '../store/database.ts';
import { findNotificationSettings } from '../store/notification-settings.ts';
import { atMostEvery } from './at-most-every.ts';
import { createCounts, type Counts, type CountingTab } from './counts.ts';
import { mayNotify, timeOfDay } from './quiet-hours.ts';
import { createRaise } from './raise.ts';

/** A tab that a notification leads to. */
export interface Target {
  accountId: AccountId;
  tabId: TabId;
}

/** What tabs tell: each title, as often as it changes, when they fall asleep, and their end. */
export type TabNotes = Pick<Counts, 'noteTitle' | 'noteAsleep' | 'forgetTab'>;

/** What is unread in the open services, live: it is gone when Switchboard quits. */
export interface Notifications extends TabNotes {
  unread(): Unread;
  /** Hears what is unread whenever that changes, at most once a second. */
  onUnread(listener: (unread: Unread) => void): void;
  /** Hears that a notification was clicked. */
  onClick(listener: (target: Target) => void): void;
  close(): void;
}

export interface NotificationParts extends Pick<Ports, 'clock' | 'notifier' | 'badge'> {
  store: Store;
  snapshots: Snapshots;
  preferences: PreferencesKeeper;
  /** The tab that is on screen; null where it is a page of ours. */
  shownTab: () => TabId | null;
}

/** A page may change its title a thousand times a second; window, tray and menus are drawn for it once. */
const TOLD_MS = 1000;

/** Counts what is unread, and shows it by notification and badge. */
export function createNotifications(parts: NotificationParts): Notifications {
  const { clock, notifier, store, preferences } = parts;
  const hearers = new Set<(unread: Unread) => void>();
  const clicks = new Set<(target: Target) => void>();
  const counts = createCounts({
    clock,
    onRise: (tab, before) => raise.onRise(tab, before),
    onChange: () => told.ask(),
  });
  const raise = createRaise({
    ...parts,
    countOf: (tab) => counts.countOf(tab),
    accountToNotify: (id) => (mayNotifyNow(parts, id) ? findShown(parts, id) : null),
    isOnScreen: (tab) => notifier.hasFocus() && isSameService(tab, counts, parts.shownTab()),
    onClick: (target) => clicks.forEach((listener) => listener(target)),
  });

  const unread = () => sumOf(counts, accountsOf(parts));
  let last: Unread = { total: 0, accounts: [] };
  const told = atMostEvery(clock, TOLD_MS, () => {
    const next = unread();
    if (isDeepStrictEqual(next, last)) return;
    // What was read, and who is gone, is no longer announced.
    for (const id of withoutUnread(last, next)) notifier.close(id);
    last = next;
    showBadge(parts, next);
    for (const listener of hearers) listener(next);
  });

  store.onCommit(({ topics }) => {
    if (!topics.includes('accounts')) return;
    const { accounts, removals } = accountsOf(parts);
    const there = new Set([...accounts.map(({ id }) => id), ...removals.map(({ accountId }) => accountId)]);
    counts.keepOnly((id) => there.has(id));
    // Most changes to accounts are none to this, and must not hold back the next rise.
    if (!isDeepStrictEqual(unread(), last)) told.ask();
  });
  preferences.onChange(() => showBadge(parts, last));

  return {
    noteTitle: (title) => counts.noteTitle(title),
    noteAsleep: (tabId) => counts.noteAsleep(tabId),
    forgetTab: (tabId) => counts.forgetTab(tabId),
    unread,
    onUnread: (listener) => void hearers.add(listener),
    onClick: (listener) => void clicks.add(listener),
    close() {
      for (const part of [counts, raise]) part.close();
      told.stop();
    },
  };
}

function accountsOf({ snapshots }: NotificationParts): AccountsPart {
  return snapshots.readAll().accounts;
}

function findShown(parts: NotificationParts, id: AccountId): Account | null {
  return accountsOf(parts).accounts.find((account) => account.id === id) ?? null;
}

function mayNotifyNow({ clock, store, preferences }: NotificationParts, id: AccountId): boolean {
  const account = findNotificationSettings(store.read, id);
  return mayNotify(timeOfDay(clock.now()), { account, general: preferences.read() });
}

function isSameService(tab: CountingTab, counts: Counts, shownId: TabId | null): boolean {
  const shown = shownId === null ? null : counts.find(shownId);
  return shown?.accountId === tab.accountId && shown.serviceId === tab.serviceId;
}

/** An account that was removed and can be had back counts for nothing meanwhile. */
function sumOf(counts: Counts, { accounts }: { accounts: readonly Account[] }): Unread {
  const there = new Set(accounts.map(({ id }) => id));
  const listed = counts.list().filter(({ accountId }) => there.has(accountId));
  return { total: listed.reduce((sum, { count }) => sum + count, 0), accounts: listed };
}

function withoutUnread(before: Unread, after: Unread): AccountId[] {
  const still = new Set(after.accounts.map(({ accountId }) => accountId));
  return before.accounts.map(({ accountId }) => accountId).filter((id) => !still.has(id));
}

function showBadge({ badge, preferences }: NotificationParts, { total }: Unread): void {
  badge.show(preferences.read().showBadge ? total : 0);
}
