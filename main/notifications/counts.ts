import type { AccountId } from '../../shared/domain/account.ts';
import type { AccountUnread } from '../../shared/domain/notifications.ts';
import type { TabId } from '../../shared/domain/tab.ts';
import { services } from '../../shared/services.ts';
import type { Clock } from '../ports.ts';
import { unreadOf } from './unread-of.ts';

/** A tab of a service whose titles count. */
export interface CountingTab {
  readonly tabId: TabId;
  readonly accountId: AccountId;
  readonly serviceId: string;
}

/** What a page calls itself. */
export interface NotedTitle {
  tabId: TabId;
  accountId: AccountId;
  /** Null for a page that a link led to: it counts for nothing. */
  serviceId: string | null;
  title: string;
}

interface State extends CountingTab {
  /** What the title says now. */
  said: number;
  /** What counts: no less than was said within the last 3 s. */
  count: number;
  isAsleep: boolean;
  callOffFall: () => void;
}

interface Parts {
  clock: Clock;
  /** A title has just raised what is unread in its service, which was `before`. */
  onRise: (tab: CountingTab, before: number) => void;
  /** Anything has changed. Called often where a page wants it so. */
  onChange: () => void;
}

/** How long a lower count has to stand: a page that loads has a title without one for a moment. */
const FALL_MS = 3000;

const counting = new Set(services.filter(({ countsUnread }) => countsUnread).map(({ id }) => id));

export type Counts = ReturnType<typeof createCounts>;

/** Counts what is unread, tab by tab. Rises count at once. */
export function createCounts({ clock, onRise, onChange }: Parts) {
  const tabs = new Map<TabId, State>();

  function fall(state: State): () => void {
    return clock.after(FALL_MS, () => {
      state.count = state.said;
      onChange();
    });
  }

  function forgetTab(tabId: TabId): void {
    tabs.get(tabId)?.callOffFall();
    if (tabs.delete(tabId)) onChange();
  }

  /** A tab's state; another one where it shows another service than before. */
  function stateOf(tab: CountingTab): State {
    const known = tabs.get(tab.tabId);
    if (known?.serviceId === tab.serviceId && known.accountId === tab.accountId) return known;
    forgetTab(tab.tabId);
    const state = { ...tab, said: 0, count: 0, isAsleep: false, callOffFall: () => {} };
    tabs.set(tab.tabId, state);
    return state;
  }

  function noteTitle({ tabId, accountId, serviceId, title }: NotedTitle): void {
    if (serviceId === null || !counting.has(serviceId)) return forgetTab(tabId);
    const tab = { tabId, accountId, serviceId };
    // A tab that opens, or wakes, takes the place of those that sleep: what they said last is no news.
    const before = countOf(tab);
    const state = stateOf(tab);
    const said = unreadOf(title) ?? 0;
    if (said === state.said && !state.isAsleep) return;
    state.callOffFall();
    const changes = said > state.count || state.isAsleep;
    Object.assign(state, { said, isAsleep: false, count: Math.max(said, state.count) });
    if (said < state.count) state.callOffFall = fall(state);
    if (changes) onChange();
    if (countOf(tab) > before) onRise(tab, before);
  }

  /** The tabs that count for a service of an account: those awake; where all sleep, what they said last. */
  function tabsOf({ accountId, serviceId }: Omit<CountingTab, 'tabId'>): State[] {
    const same = [...tabs.values()].filter((tab) => tab.accountId === accountId && tab.serviceId === serviceId);
    const awake = same.filter(({ isAsleep }) => !isAsleep);
    return awake.length > 0 ? awake : same;
  }

  /** What is unread in a service of an account. Open twice, it counts once. */
  function countOf(service: Omit<CountingTab, 'tabId'>): number {
    return Math.max(0, ...tabsOf(service).map(({ count }) => count));
  }

  function unreadOfAccount(accountId: AccountId, open: readonly State[]): AccountUnread {
    const byService = [...new Set(open.map(({ serviceId }) => serviceId))].map((serviceId) => {
      const service = { accountId, serviceId };
      return { count: countOf(service), isAsleep: tabsOf(service).every(({ isAsleep }) => isAsleep) };
    });
    return {
      accountId,
      count: byService.reduce((sum, { count }) => sum + count, 0),
      isLastKnown: byService.some(({ count, isAsleep }) => count > 0 && isAsleep),
    };
  }

  return {
    noteTitle,
    forgetTab,
    /** A tab sleeps: what it said last stays until its next title. */
    noteAsleep(tabId: TabId): void {
      const state = tabs.get(tabId);
      if (state === undefined || state.isAsleep) return;
      state.callOffFall();
      Object.assign(state, { said: state.count, isAsleep: true });
      onChange();
    },
    countOf,
    find: (tabId: TabId): CountingTab | null => tabs.get(tabId) ?? null,
    /** Every account that has something unread. */
    list: (): AccountUnread[] =>
      [...Map.groupBy(tabs.values(), ({ accountId }) => accountId)]
        .map(([accountId, open]) => unreadOfAccount(accountId, open))
        .filter(({ count }) => count > 0),
    /** Forgets the tabs of accounts that are gone. */
    keepOnly(isThere: (accountId: AccountId) => boolean): void {
      for (const { tabId, accountId } of tabs.values()) if (!isThere(accountId)) forgetTab(tabId);
    },
    close(): void {
      for (const { callOffFall } of tabs.values()) callOffFall();
    },
  };
}
