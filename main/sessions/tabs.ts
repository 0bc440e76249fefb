import type { AccountId } from '../../shared/domain/account.ts';
import type { Preferences } from '../../shared/domain/preferences.ts';
import { TabId, type TabsState } from '../../shared/domain/tab.ts';
import { ok, refuse, type Done, type Result } from '../../shared/errors.ts';
import { findPresent } from '../accounts/change.ts';
import { findAccount } from '../store/accounts.ts';
import { readAppState } from '../store/app-state.ts';
import type { Store } from '../store/database.ts';
import type { Ports } from '../ports.ts';
import { coalesced } from './coalesce.ts';
import type { Downloads } from './downloads.ts';
import type { Permissions } from './permissions.ts';
import type { Room } from './port.ts';
import { createStage } from './stage.ts';
import { createTabBook } from './tab-book.ts';
import { createTabCommands, type TabCommands } from './tab-commands.ts';
import { listenTo } from './tab-listener.ts';
import { showTab, sleepingTab, type OpenTab } from './tab.ts';

/** What is to open in an account's session: a service of the catalogue, or null with the address of a link. */
export interface Opening {
  serviceId: string | null;
  address: URL;
}

/** Hears of titles, where unread counts stand, of every account whose pages are or were awake. */
export interface TitleListener {
  titled(tab: { accountId: AccountId; tabId: TabId; serviceId: string | null; title: string }): void;
  gone(tabId: TabId): void;
}

/** The services open in the accounts' sessions. */
export interface Tabs {
  readonly commands: TabCommands;
  /** The active account's tabs. */
  read(): TabsState;
  /** Opens something in an account's session, or goes to the service where it is open; the account then shows it. */
  open(accountId: AccountId, opening: Opening): void;
  /** Shows a tab of the active account; null its dashboard. */
  show(input: { tabId: TabId | null }): Result<Done, 'tab-not-found'>;
  close(input: { tabId: TabId; evenUnsaved: boolean }): Promise<Result<Done, 'tab-not-found' | 'tab-unsaved'>>;
  place(room: Room | null): void;
  /** The tab whose page, or ours about its problem, is on screen. */
  onScreen(): TabId | null;
  onChange(listener: (state: TabsState) => void): void;
  followTitles(listener: TitleListener): void;
  /** Saves every place and closes every page. */
  stop(): void;
}

export interface TabsParts extends Pick<Ports, 'clock' | 'log' | 'random' | 'views' | 'browser'> {
  store: Store;
  preferences: { read(): Preferences; onChange(listener: () => void): void };
  permissions: Permissions;
  downloads: Downloads;
}

/** The window is told at most so often, in ms: a page may change its title a thousand times a second. */
const TOLD_EVERY = 50;

export function createTabs(parts: TabsParts): Tabs {
  const { clock, random, views, store, preferences } = parts;
  const listeners = new Set<(state: TabsState) => void>();
  const titleListeners = new Set<TitleListener>();
  /** Nothing wakes before somebody can see it: the start is not held up by a page. */
  let isAwake = false;
  let hasRoom = false;
  let activeId = readAppState(store.read).activeId;

  const book = createTabBook(parts);
  const stage = createStage({
    ...parts,
    book,
    listen: (tab) => listenTo(tab, { ...parts, shown, moved, openBeside, closed: discard }),
    shown,
  });
  const telling = coalesced(clock, { ms: TOLD_EVERY, leading: true }, () => {
    const state = read();
    for (const listener of listeners) listener(state);
  });
  const planning = coalesced(clock, { ms: 1000, leading: false }, stage.plan);

  const shownTab = (): OpenTab | null => {
    if (activeId === null) return null;
    const { tabs, shownId } = book.of(activeId);
    return tabs.find(({ id }) => id === shownId) ?? null;
  };
  const present = () => {
    if (isAwake) stage.present(shownTab());
    telling.ask();
  };

  function read(): TabsState {
    const { tabs, shownId } = activeId === null ? { tabs: [], shownId: null } : book.of(activeId);
    return { accountId: activeId, tabs: tabs.map(showTab), shownId };
  }

  function shown(tab: OpenTab): void {
    if (tab === shownTab()) stage.refresh();
    planning.ask();
    if (tab.accountId === activeId) telling.ask();
  }

  function moved(tab: OpenTab): void {
    const { accountId, id: tabId, serviceId, title } = tab;
    book.changed(tab);
    for (const listener of titleListeners) listener.titled({ accountId, tabId, serviceId, title });
    shown(tab);
  }

  function add(accountId: AccountId, { serviceId, address }: Opening): OpenTab {
    const { href } = address;
    const id = TabId.parse(random.uuid());
    const stored = { id, serviceId, start: href, address: href, title: '', zoom: 100, lastShownAt: null };
    const tab = sleepingTab(accountId, stored, clock);
    book.add(tab);
    return tab;
  }

  function openBeside(beside: OpenTab, address: URL): void {
    const tab = add(beside.accountId, { serviceId: null, address });
    const isOnScreen = beside === shownTab();
    if (isOnScreen) book.setShown(tab.accountId, tab.id);
    else stage.wake(tab);
    present();
  }

  /** Takes a tab out; its account then shows the neighbour, or its dashboard. */
  function discard(tab: OpenTab): void {
    const { accountId } = tab;
    const { tabs, shownId } = book.of(accountId);
    const index = tabs.indexOf(tab);
    if (index === -1) return;
    const next = tabs[index + 1] ?? tabs[index - 1];
    if (shownId === tab.id) book.setShown(accountId, next?.id ?? null);
    stage.drop(tab);
    book.remove(tab);
    for (const listener of titleListeners) listener.gone(tab.id);
    present();
  }

  const isPresent = (accountId: AccountId) => findPresent(store.read, accountId) !== null;

  /** Follows who is active, and lets go of the pages of accounts that are gone. */
  function follow(): void {
    parts.downloads.keepOnly(isPresent);
    for (const [accountId, { tabs }] of book.known()) {
      if (isPresent(accountId)) continue;
      for (const tab of tabs) {
        stage.drop(tab);
        for (const listener of titleListeners) listener.gone(tab.id);
      }
      // While a removal can be undone its tabs are kept in mind.
      if (findAccount(store.read, accountId) === null) book.forget(accountId);
    }
    const { activeId: nowActive } = readAppState(store.read);
    if (nowActive === activeId) return;
    activeId = nowActive;
    present();
  }

  store.onCommit(({ topics }) => {
    if (topics.includes('accounts')) follow();
  });
  preferences.onChange(planning.ask);

  return {
    commands: createTabCommands({ ...parts, book, stage, shown }),
    read,
    open(accountId, opening) {
      isAwake = true;
      const { tabs } = book.of(accountId);
      // An account of an unknown kind has a service twice: at its personal and at its work address.
      const { serviceId, address } = opening;
      const isOpen = (tab: OpenTab) => tab.serviceId === serviceId && tab.start === address.href;
      const open = serviceId === null ? undefined : tabs.find(isOpen);
      const tab = open ?? add(accountId, opening);
      book.setShown(accountId, tab.id);
      if (accountId === activeId) present();
      else stage.wake(tab);
    },
    show({ tabId }) {
      isAwake = true;
      if (activeId === null || (tabId !== null && book.find(tabId)?.accountId !== activeId)) {
        return tabId === null ? ok({}) : refuse('tab-not-found');
      }
      book.setShown(activeId, tabId);
      present();
      return ok({});
    },
    async close({ tabId, evenUnsaved }) {
      const tab = book.find(tabId);
      if (tab === null) return refuse('tab-not-found');
      // A page with a problem is not on screen, and may not answer.
      if (tab.view && !evenUnsaved && tab.problem === null) {
        tab.isClosing = true;
        const isClosed = await tab.view.closeIfSaved();
        tab.isClosing = false;
        if (!isClosed) return refuse('tab-unsaved');
      }
      discard(tab);
      return ok({});
    },
    onScreen() {
      const tab = shownTab();
      return tab && (hasRoom || tab.problem) ? tab.id : null;
    },
    place(room) {
      hasRoom = room !== null;
      views.place(room);
      if (isAwake || room === null) return;
      isAwake = true;
      present();
    },
    onChange: (listener) => void listeners.add(listener),
    followTitles: (listener) => void titleListeners.add(listener),
    stop() {
      planning.stop();
      telling.stop();
      stage.stop();
      book.saveAll();
      for (const [, { tabs }] of book.known()) for (const tab of tabs) stage.drop(tab);
    },
  };
}
