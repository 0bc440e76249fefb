import type { Account, AccountId } from '../../shared/domain/account.ts';
import type { TabId } from '../../shared/domain/tab.ts';
import { services } from '../../shared/services.ts';
import { unreadWords } from '../../shared/unread.ts';
import type { AccountNotification, Clock, Notifier } from '../ports.ts';
import type { CountingTab } from './sums.ts';

/** A rise that was not shown yet: what was unread before it. */
interface Rise {
  tab: CountingTab;
  before: number;
}

interface Parts {
  clock: Clock;
  notifier: Notifier;
  countOf: (tab: CountingTab) => number;
  /** Null where the account is not there, or may show nothing now. */
  accountToNotify: (id: AccountId) => Account | null;
  isOnScreen: (tab: CountingTab) => boolean;
  onClick: (target: { accountId: AccountId; tabId: TabId }) => void;
}

/** An account shows no more than one notification in this time. */
const INTERVAL_MS = 10_000;

/** Shows a notification when more is unread, the newest for each account. */
export function createRaise({ clock, notifier, countOf, accountToNotify, isOnScreen, onClick }: Parts) {
  const rises = new Map<AccountId, Rise>();
  const pauses = new Map<AccountId, () => void>();

  function pause(id: AccountId): void {
    const callOff = clock.after(INTERVAL_MS, () => {
      pauses.delete(id);
      show(id);
    });
    pauses.set(id, callOff);
  }

  function show(id: AccountId): void {
    const rise = rises.get(id);
    rises.delete(id);
    // Read meanwhile, or in front of the person, it is no news.
    if (rise === undefined || countOf(rise.tab) <= rise.before || isOnScreen(rise.tab)) return;
    const account = accountToNotify(id);
    if (account === null) return;
    pause(id);
    const { tabId } = rise.tab;
    notifier.show(notificationOf(account, rise.tab, countOf(rise.tab)), () => onClick({ accountId: id, tabId }));
  }

  return {
    onRise(tab: CountingTab, before: number): void {
      const waiting = rises.get(tab.accountId);
      const isSame = waiting?.tab.serviceId === tab.serviceId;
      rises.set(tab.accountId, { tab, before: isSame ? Math.min(before, waiting.before) : before });
      if (!pauses.has(tab.accountId)) show(tab.accountId);
    },
    close(): void {
      for (const callOff of pauses.values()) callOff();
      pauses.clear();
    },
  };
}

/** Whose it is, how much and where. Never what: no subject, sender or code (security: L5). */
function notificationOf(account: Account, { serviceId }: CountingTab, count: number): AccountNotification {
  const { id, name, profileName, identifier, initials, color } = account;
  const service = services.find((other) => other.id === serviceId)?.name ?? '';
  return {
    accountId: id,
    title: name || profileName || identifier.display,
    body: `${unreadWords(count)} in ${service}`,
    initials,
    color,
  };
}
