import { incidentId } from '../log.ts';
import type { Ports } from '../ports.ts';
import type { Preferences } from '../../shared/domain/preferences.ts';
import type { Store } from '../store/database.ts';
import { readHistory } from '../store/tabs.ts';
import { whoSleeps } from './hibernation.ts';
import { keptHistory } from './history.ts';
import { pageAddress } from './navigation.ts';
import type { ViewListener } from './port.ts';
import { isBusy, letGoOfView, type OpenTab } from './tab.ts';
import type { TabBook } from './tab-book.ts';

/** What the stage needs. */
export interface StageParts extends Pick<Ports, 'clock' | 'log' | 'random' | 'views'> {
  store: Store;
  book: TabBook;
  preferences: { read(): Preferences };
  listen: (tab: OpenTab) => ViewListener;
  /** How a tab is shown has changed. */
  shown: (tab: OpenTab) => void;
}

/** Which tab's page is on screen, which pages are awake beside it, and who goes to sleep when. */
export interface Stage {
  /** Brings a tab's page on screen, awake; null for none. */
  present(tab: OpenTab | null): void;
  wake(tab: OpenTab): void;
  /** Draws again what is on screen, after a problem came or went. */
  refresh(): void;
  /** Closes a tab's page now, whatever it says. */
  drop(tab: OpenTab): void;
  /** Looks again who is to sleep, and when. */
  plan(): void;
  stop(): void;
}

export function createStage(parts: StageParts): Stage {
  const { clock, views, book, store, preferences } = parts;
  let current: OpenTab | null = null;
  let callOff: (() => void) | null = null;

  /** On screen is the page itself, or where it has a problem ours that says so. */
  const refresh = () => views.show(current?.problem ? null : (current?.view ?? null));

  const leave = (tab: OpenTab) => {
    tab.lastShown = clock.monotonic();
    tab.lastShownAt = new Date(clock.now()).toISOString();
    book.changed(tab);
  };

  const wake = (tab: OpenTab) => {
    if (tab.view !== null) return;
    const { accountId, id, zoom, serviceId } = tab;
    const start = startOf(tab, store);
    if (start === null) return;
    const userAgent = serviceId === null ? null : (preferences.read().userAgents[serviceId] ?? null);
    tab.view = views.open({ accountId, tabId: id, start, zoom, userAgent }, parts.listen(tab));
    tab.isLoading = true;
  };

  const sleep = async (tab: OpenTab) => {
    const { view } = tab;
    if (view === null) return;
    tab.isClosing = true;
    let isClosed = false;
    try {
      tab.picture = await view.picture();
      book.changed(tab);
      book.flush();
      isClosed = await view.closeIfSaved();
    } finally {
      tab.isClosing = false;
    }
    // It may have been closed, or dropped with its account, meanwhile.
    if (tab.view !== view) return;
    if (isClosed) letGoOfView(tab);
    // What it objects for is left alone until it has been somewhere else.
    else tab.holdsInput = true;
    parts.shown(tab);
    if (tab !== current) return;
    wake(tab);
    refresh();
  };

  const plan = () => {
    callOff?.();
    callOff = null;
    const awake = [...book.known()].flatMap(([, { tabs }]) => tabs.filter(({ view }) => view !== null));
    const now = clock.monotonic();
    const asked = awake.map((tab) => ({
      id: tab,
      isShown: tab === current,
      lastShown: tab.lastShown,
      isBusy: isBusy(tab),
    }));
    const { now: due, next } = whoSleeps(asked, preferences.read().warmTabs, now);
    for (const tab of due) void sleep(tab).catch((error: unknown) => parts.log.fault(incidentId(parts.random), error));
    if (next !== null) callOff = clock.after(next - now, plan);
  };

  return {
    wake,
    refresh,
    plan,
    present(tab) {
      if (current && current !== tab) leave(current);
      current = tab;
      if (tab) wake(tab);
      refresh();
      plan();
    },
    drop(tab) {
      const { view } = tab;
      if (tab === current) {
        current = null;
        refresh();
      }
      letGoOfView(tab);
      view?.close();
    },
    stop() {
      callOff?.();
    },
  };
}

/** Where a tab goes on: in its history, at its address, or where it began. */
function startOf(
  tab: OpenTab,
  store: Store,
): { history: NonNullable<ReturnType<typeof keptHistory>> } | { address: URL } | null {
  const stored = readHistory(store.read, tab.id);
  const history = stored && keptHistory(stored);
  if (history) return { history };
  const address = pageAddress(tab.address) ?? pageAddress(tab.start);
  return address && { address };
}
