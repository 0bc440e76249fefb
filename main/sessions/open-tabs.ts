import type { Account, AccountId } from '../../shared/domain/account.ts';
import type { Preferences } from '../../shared/domain/preferences.ts';
import { TabId, type TabsState } from '../../shared/domain/tab.ts';
import type { Result } from '../../shared/errors.ts';
import { findPresent } from '../accounts/change.ts';
import type { Opening, OpenRefusal } from '../accounts/open-address.ts';
import type { Ports } from '../ports.ts';
import { findAccount } from '../store/accounts.ts';
import { readAppState } from '../store/app-state.ts';
import type { Store } from '../store/database.ts';
import { coalesced } from './coalesce.ts';
import type { Downloads } from './downloads.ts';
import type { Permissions } from './permissions.ts';
import { createStage, type Stage } from './stage.ts';
import { createTabBook, type TabBook } from './tab-book.ts';
import { listenTo } from './tab-listener.ts';
import { showTab, sleepingTab, type OpenTab } from './tab.ts';

/** Hears of titles, where unread counts stand, of every account whose pages are or were awake. */
export interface TitleListener {
  titled(tab: { accountId: AccountId; tabId: TabId; serviceId: string | null; title: string }): void;
  /** Its page sleeps, and says nothing until it wakes. */
  slept(tabId: TabId): void;
  gone(tabId: TabId): void;
}

/** What the tabs work with. */
export interface TabsParts extends Pick<Ports, 'clock' | 'log' | 'random' | 'views' | 'browser'> {
  store: Store;
  preferences: { read(): Preferences; onChange(listener: () => void): void };
  permissions: Permissions;
  downloads: Downloads;
  /** Whose a link is by a rule of the person's; null where no rule fits. */
  accountFor(address: URL): AccountId | null;
  /** Opens a link where the services of another account open. */
  openElsewhere(accountId: AccountId, address: URL): Promise<unknown>;
  /** Every account, for the menu of a link. */
  accounts(): readonly Account[];
  /** Opens a link as an account; `always` makes its site that account's. */
  openAs(accountId: AccountId, address: URL, always: boolean): void;
  /** Opens an address in a real browser. */
  openInBrowser(accountId: AccountId, address: URL): Promise<Result<unknown, OpenRefusal>>;
}

/** The tabs that are open, and the active account's place among them; kept in step with accounts, pages and window. */
export interface OpenTabs {
  readonly book: TabBook;
  readonly stage: Stage;
  activeId(): AccountId | null;
  read(): TabsState;
  /** The tab that the active account shows; null for its dashboard. */
  shownTab(): OpenTab | null;
  /** Brings on screen what the active account shows. */
  present(): void;
  /** Nothing wakes before this: the start is not held up by a page that nobody sees yet. */
  wakeUp(): void;
  add(accountId: AccountId, opening: Opening): OpenTab;
  /** Takes a tab out; its account then shows the neighbour, or its dashboard. */
  discard(tab: OpenTab): void;
  /** How a tab is shown has changed. */
  shown(tab: OpenTab): void;
  onChange(listener: (state: TabsState) => void): void;
  followTitles(listener: TitleListener): void;
  stop(): void;
}

/** The window is told at most so often, in ms: a page may change its title a thousand times a second. */
const TOLD_EVERY = 50;
/** How soon it is looked again who may sleep, in ms. */
const PLANNED_AFTER = 1000;

export function createOpenTabs(parts: TabsParts): OpenTabs {
  const { clock, random, store, preferences } = parts;
  const listeners = new Set<(state: TabsState) => void>();
  const titleListeners = new Set<TitleListener>();
  let isAwake = false;
  let { activeId } = readAppState(store.read);

  const book = createTabBook(parts);
  const listen = (tab: OpenTab) => listenTo(tab, { ...parts, isShown, shown, moved, openBeside, closed: discard });
  const isShown = (tab: OpenTab) => tab === shownTab();
  const slept = (tab: OpenTab) => titleListeners.forEach((listener) => listener.slept(tab.id));
  const stage = createStage({ ...parts, book, listen, shown, slept });
  const telling = coalesced(clock, { ms: TOLD_EVERY, leading: true }, () => {
    const state = read();
    for (const listener of listeners) listener(state);
  });
  const planning = coalesced(clock, { ms: PLANNED_AFTER, leading: false }, stage.plan);

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
    if (isShown(tab)) stage.refresh();
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

  /** Opens a link beside its page, or where the account that it belongs to has its services. */
  function openBeside(beside: OpenTab, address: URL): void {
    const accountId = parts.accountFor(address) ?? beside.accountId;
    if (accountId !== beside.accountId) return void parts.openElsewhere(accountId, address);
    const tab = add(beside.accountId, { serviceId: null, address });
    if (isShown(beside)) book.setShown(tab.accountId, tab.id);
    else stage.wake(tab);
    present();
  }

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
      // While a removal can be undone its tabs are kept in mind.
      const isGone = findAccount(store.read, accountId) === null;
      for (const tab of tabs) {
        stage.drop(tab);
        for (const listener of titleListeners) listener[isGone ? 'gone' : 'slept'](tab.id);
      }
      if (isGone) book.forget(accountId);
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
    book,
    stage,
    activeId: () => activeId,
    read,
    shownTab,
    present,
    wakeUp: () => void (isAwake = true),
    add,
    discard,
    shown,
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
