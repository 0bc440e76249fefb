import type { AccountId } from '../../shared/domain/account.ts';
import type { SitePermission, Tab, TabId, TabProblem } from '../../shared/domain/tab.ts';
import type { Clock } from '../ports.ts';
import type { StoredTab } from '../store/tabs.ts';
import { createLimiter, type Limiter } from './new-windows.ts';
import type { View } from './port.ts';

/** Something a page waits for an answer to; the same asked twice is one. */
export interface OpenAsk {
  id: string;
  origin: string;
  permissions: SitePermission[];
  answers: ((isAllowed: boolean) => void)[];
}

/** A tab in memory. Without a view it is asleep. */
export interface OpenTab {
  readonly id: TabId;
  readonly accountId: AccountId;
  readonly serviceId: string | null;
  readonly start: string;
  /** Of what its pages open elsewhere, and of what they give to be saved. */
  readonly links: Limiter;
  readonly saves: Limiter;
  address: string;
  title: string;
  /** In percent. */
  zoom: number;
  lastShownAt: string | null;
  /** The same by the clock that only grows. */
  lastShown: number;
  view: View | null;
  /** What it looked like when it went to sleep. */
  picture: string | null;
  /** Where the page itself is going; null once it is there. */
  going: string | null;
  isLoading: boolean;
  canGoBack: boolean;
  canGoForward: boolean;
  isAudible: boolean;
  found: Tab['found'];
  problem: TabProblem | null;
  wantsBrowser: boolean;
  asks: OpenAsk[];
  holdsInput: boolean;
  downloads: number;
  /** It is asked whether it may be closed. */
  isClosing: boolean;
}

/** What is true of a tab without a view. */
function asleep() {
  return {
    view: null,
    going: null,
    isLoading: false,
    isAudible: false,
    found: null,
    problem: null,
    wantsBrowser: false,
    asks: [],
    holdsInput: false,
    downloads: 0,
    isClosing: false,
  };
}

/** A tab as it was stored, asleep. */
export function sleepingTab(accountId: AccountId, stored: StoredTab, clock: Pick<Clock, 'monotonic'>): OpenTab {
  return {
    ...stored,
    ...asleep(),
    accountId,
    lastShown: clock.monotonic(),
    picture: null,
    canGoBack: false,
    canGoForward: false,
    links: createLimiter(clock, 3),
    saves: createLimiter(clock, 10),
  };
}

/** Ends what was of a view that is gone; whoever waits for an answer is refused. */
export function letGoOfView(tab: OpenTab): void {
  endAsks(tab);
  Object.assign(tab, asleep());
}

/** Refuses what a page waits for. */
export function endAsks(tab: OpenTab): void {
  const { asks } = tab;
  tab.asks = [];
  for (const { answers } of asks) for (const answer of answers) answer(false);
}

/** Whether a tab must not be put to sleep by us. */
export function isBusy(tab: OpenTab): boolean {
  return tab.isAudible || tab.isLoading || tab.isClosing || tab.holdsInput || tab.downloads > 0 || tab.asks.length > 0;
}

/** A tab as it is shown. */
export function showTab(tab: OpenTab): Tab {
  const { id, accountId, serviceId, title, address, isLoading, canGoBack, canGoForward, zoom, isAudible } = tab;
  return {
    id,
    accountId,
    serviceId,
    title,
    address,
    isLoading,
    canGoBack,
    canGoForward,
    zoom,
    isAudible,
    isAsleep: tab.view === null,
    found: tab.found,
    problem: tab.problem,
    wantsBrowser: tab.wantsBrowser,
    asks: tab.asks.map(({ id, origin, permissions }) => ({ id, origin, permissions })),
  };
}
