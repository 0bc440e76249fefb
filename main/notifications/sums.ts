import type { AccountId } from '../../shared/domain/account.ts';
import type { AccountUnread } from '../../shared/domain/notifications.ts';
import type { TabId } from '../../shared/domain/tab.ts';

/** A service of an account, in as many tabs as it is open. */
export interface OpenService {
  readonly accountId: AccountId;
  readonly serviceId: string;
}

/** A tab of a service whose titles count. */
export interface CountingTab extends OpenService {
  readonly tabId: TabId;
}

/** What a tab adds to the sums. */
export interface CountedTab extends CountingTab {
  count: number;
  isAsleep: boolean;
}

/** What is unread in a service of an account. Open twice, it counts once. */
export function countOf(tabs: Iterable<CountedTab>, { accountId, serviceId }: OpenService): number {
  return sumOf(
    accountId,
    [...tabs].filter((tab) => tab.accountId === accountId && tab.serviceId === serviceId),
  ).count;
}

/** Every account that has something unread. */
export function listUnread(tabs: Iterable<CountedTab>): AccountUnread[] {
  const byAccount = [...Map.groupBy(tabs, ({ accountId }) => accountId)];
  return byAccount.map(([accountId, open]) => sumOf(accountId, open)).filter(({ count }) => count > 0);
}

/** The services of tabs of one account together. */
function sumOf(accountId: AccountId, tabs: readonly CountedTab[]): AccountUnread {
  const services = [...Map.groupBy(tabs, ({ serviceId }) => serviceId).values()].map(countTabs);
  return {
    accountId,
    count: services.reduce((sum, { count }) => sum + count, 0),
    isLastKnown: services.some(({ count, isLastKnown }) => count > 0 && isLastKnown),
  };
}

/** Tabs of one service: those awake know best; where all sleep, it is what they said last. */
function countTabs(tabs: readonly CountedTab[]): Omit<AccountUnread, 'accountId'> {
  const awake = tabs.filter(({ isAsleep }) => !isAsleep);
  const known = awake.length > 0 ? awake : tabs;
  return { count: Math.max(...known.map(({ count }) => count)), isLastKnown: awake.length === 0 };
}
