import type { Account, AccountId } from '../../shared/domain/account.ts';
import type { TabId } from '../../shared/domain/tab.ts';
import { findNotificationSettings } from '../store/notification-settings.ts';
import { createCounts, type Counts, type TabNotes } from './counts.ts';
import { mayNotify, timeOfDay } from './quiet-hours.ts';
import { createRaise } from './raise.ts';
import type { CountingTab } from './sums.ts';
import { createTell, type Tell, type TellParts } from './tell.ts';

/** A tab that a notification leads to. */
export interface Target {
  accountId: AccountId;
  tabId: TabId;
}

/** What is unread in the open services, live: it is gone when Switchboard quits. */
export interface Notifications extends TabNotes, Pick<Tell, 'unread' | 'onUnread'> {
  /** Hears that a notification was clicked. */
  onClick(listener: (target: Target) => void): void;
  close(): void;
}

export interface NotificationParts extends TellParts {
  /** The tab that is on screen; null where it is a page of ours. */
  shownTab: () => TabId | null;
}

/** Counts what is unread, and shows it by notification and badge. */
export function createNotifications(parts: NotificationParts): Notifications {
  const clicks = new Set<(target: Target) => void>();
  const counts = createCounts({
    clock: parts.clock,
    onRise: (tab, before) => raise.onRise(tab, before),
    onChange: () => tell.ask(),
  });
  const tell = createTell(parts, counts);
  const raise = createRaise({
    ...parts,
    countOf: (tab) => counts.countOf(tab),
    accountToNotify: (id) => accountToNotify(parts, id),
    isOnScreen: (tab) => parts.notifier.hasFocus() && isSameService(tab, counts, parts.shownTab()),
    onClick: (target) => clicks.forEach((listener) => listener(target)),
  });
  const { noteTitle, noteAsleep, forgetTab } = counts;
  const { unread, onUnread } = tell;
  return {
    noteTitle,
    noteAsleep,
    forgetTab,
    unread,
    onUnread,
    onClick: (listener) => void clicks.add(listener),
    close() {
      counts.close();
      raise.close();
      tell.stop();
    },
  };
}

/** An account that may show a notification now; null where it may not, or is not there. */
function accountToNotify({ clock, store, preferences, snapshots }: NotificationParts, id: AccountId): Account | null {
  const chosen = { account: findNotificationSettings(store.read, id), general: preferences.read() };
  if (!mayNotify(timeOfDay(clock.now()), chosen)) return null;
  return snapshots.readAll().accounts.accounts.find((account) => account.id === id) ?? null;
}

function isSameService(tab: CountingTab, counts: Counts, shownId: TabId | null): boolean {
  const shown = shownId === null ? null : counts.find(shownId);
  return shown?.accountId === tab.accountId && shown.serviceId === tab.serviceId;
}
