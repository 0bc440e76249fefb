import type { AccountId } from '../../shared/domain/account.ts';
import type { AccountUnread } from '../../shared/domain/notifications.ts';
import type { TabId } from '../../shared/domain/tab.ts';
import { services } from '../../shared/services.ts';
import type { Clock } from '../ports.ts';
import { countOf, listUnread, type CountedTab, type CountingTab, type OpenService } from './sums.ts';
import { unreadOf } from './unread-of.ts';

/** What a page calls itself. */
export interface NotedTitle {
  tabId: TabId;
  accountId: AccountId;
  /** Null for a page that a link led to: it counts for nothing. */
  serviceId: string | null;
  title: string;
}

/** What tabs tell of themselves. */
export interface TabNotes {
  /** A page has a title, or another one; it may come as often as the page likes. */
  noteTitle(noted: NotedTitle): void;
  /** A tab sleeps: what it said last stays until its next title. */
  noteAsleep(tabId: TabId): void;
  /** A tab is closed. */
  forgetTab(tabId: TabId): void;
}

/** Counts what is unread, tab by tab. A count rises at once, and falls once the title has stood for 3 s. */
export interface Counts extends TabNotes {
  countOf(service: OpenService): number;
  find(tabId: TabId): CountingTab | null;
  /** Every account that has something unread. */
  list(): AccountUnread[];
  /** Forgets the tabs of accounts that are gone. */
  keepOnly(isThere: (accountId: AccountId) => boolean): void;
  close(): void;
}

interface State extends CountedTab {
  /** What the title says now; `count` is no less than what was said within the last 3 s. */
  said: number;
  callOffFall: () => void;
}

interface Parts {
  clock: Clock;
  /** A title has just raised what is unread in its service, which was `before`. */
  onRise: (tab: CountingTab, before: number) => void;
  /** A count has changed. Called often where a page wants it so. */
  onChange: () => void;
}

/** How long a lower count has to stand: a page that loads has a title without one for a moment. */
const FALL_MS = 3000;

const counting = new Set(services.filter(({ countsUnread }) => countsUnread).map(({ id }) => id));

export function createCounts({ clock, onRise, onChange }: Parts): Counts {
  const tabs = new Map<TabId, State>();

  function forgetTab(tabId: TabId): void {
    tabs.get(tabId)?.callOffFall();
    if (tabs.delete(tabId)) onChange();
  }

  /** A tab's state; a new one where it shows another service than before. */
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
    const before = countOf(tabs.values(), tab);
    const state = stateOf(tab);
    const said = unreadOf(title) ?? 0;
    if (said === state.said && !state.isAsleep) return;
    const changes = said > state.count || state.isAsleep;
    note(state, said);
    if (changes) onChange();
    if (countOf(tabs.values(), tab) > before) onRise(tab, before);
  }

  function note(state: State, said: number): void {
    state.callOffFall();
    Object.assign(state, { said, isAsleep: false, count: Math.max(said, state.count) });
    if (said === state.count) return;
    state.callOffFall = clock.after(FALL_MS, () => {
      state.count = state.said;
      onChange();
    });
  }

  function noteAsleep(tabId: TabId): void {
    const state = tabs.get(tabId);
    if (state === undefined || state.isAsleep) return;
    state.callOffFall();
    Object.assign(state, { said: state.count, isAsleep: true });
    onChange();
  }

  return {
    noteTitle,
    noteAsleep,
    forgetTab,
    countOf: (service) => countOf(tabs.values(), service),
    find: (tabId) => tabs.get(tabId) ?? null,
    list: () => listUnread(tabs.values()),
    keepOnly(isThere) {
      for (const { tabId, accountId } of tabs.values()) if (!isThere(accountId)) forgetTab(tabId);
    },
    close() {
      for (const { callOffFall } of tabs.values()) callOffFall();
    },
  };
}
