import type { AccountId } from '../../shared/domain/account.ts';
import type { TabId } from '../../shared/domain/tab.ts';
import { incidentId } from '../log.ts';
import type { Ports } from '../ports.ts';
import type { Store, WriteTx } from '../store/database.ts';
import { addTab, deleteTab, listTabs, readShownTab, saveTab, setShownTab } from '../store/tabs.ts';
import { coalesced } from './coalesce.ts';
import { keptHistory } from './history.ts';
import { sleepingTab, type OpenTab } from './tab.ts';

/** An account's tabs, and which of them it shows; null for its dashboard. */
export interface AccountTabs {
  tabs: OpenTab[];
  shownId: TabId | null;
}

/** The tabs of the accounts that were active since the start, kept in step with the store. */
export interface TabBook {
  /** An account's tabs; read from the store the first time. */
  of(accountId: AccountId): AccountTabs;
  /** All that were read so far. */
  known(): IterableIterator<[AccountId, AccountTabs]>;
  find(id: TabId): OpenTab | null;
  /** Adds a tab at the end, at once. */
  add(tab: OpenTab): void;
  /** Takes a tab out, at once. */
  remove(tab: OpenTab): void;
  /** Where a tab is has changed: it is saved within a second. */
  changed(tab: OpenTab): void;
  setShown(accountId: AccountId, tabId: TabId | null): void;
  /** Drops what is known of an account that is gone from the store. */
  forget(accountId: AccountId): void;
  /** Saves now what is still to be saved, and where every open page is scrolled to. */
  saveAll(): void;
  /** Saves now what is still to be saved. */
  flush(): void;
}

/** How much of a tab's place a crash may cost, in ms. */
const SAVED_AFTER = 1000;

type BookParts = Pick<Ports, 'clock' | 'log' | 'random'> & { store: Store };

export function createTabBook({ store, clock, log, random }: BookParts): TabBook {
  const accounts = new Map<AccountId, AccountTabs>();
  const unsaved = new Set<OpenTab>();
  const unsavedShown = new Set<AccountId>();
  const saving = coalesced(clock, { ms: SAVED_AFTER, leading: false }, save);

  function save(): void {
    const tabs = [...unsaved];
    const shown = [...unsavedShown];
    unsaved.clear();
    unsavedShown.clear();
    try {
      store.write((tx) => {
        for (const tab of tabs) saveTab(tx, tab, tab.view && keptHistory(tab.view.history()));
        for (const accountId of shown) setShownTab(tx, accountId, accounts.get(accountId)?.shownId ?? null);
      });
    } catch (error) {
      // A place that is lost is no reason to stop; the next change tries again.
      log.fault(incidentId(random), error);
    }
  }

  function write(change: (tx: WriteTx) => void): void {
    // What waits goes first, so that the store is never ahead of itself.
    saving.flush();
    store.write(change);
  }

  const of = (accountId: AccountId): AccountTabs => {
    const known = accounts.get(accountId);
    if (known) return known;
    const tabs = listTabs(store.read, accountId).map((stored) => sleepingTab(accountId, stored, clock));
    const read = { tabs, shownId: readShownTab(store.read, accountId) };
    accounts.set(accountId, read);
    return read;
  };

  return {
    of,
    known: () => accounts.entries(),
    find: (id) => {
      for (const { tabs } of accounts.values()) {
        const tab = tabs.find((one) => one.id === id);
        if (tab) return tab;
      }
      return null;
    },
    add(tab) {
      write((tx) => addTab(tx, tab.accountId, tab));
      of(tab.accountId).tabs.push(tab);
    },
    remove(tab) {
      unsaved.delete(tab);
      write((tx) => deleteTab(tx, tab.id));
      const account = of(tab.accountId);
      account.tabs = account.tabs.filter((one) => one !== tab);
    },
    changed(tab) {
      unsaved.add(tab);
      saving.ask();
    },
    setShown(accountId, tabId) {
      of(accountId).shownId = tabId;
      unsavedShown.add(accountId);
      saving.ask();
    },
    forget(accountId) {
      for (const tab of accounts.get(accountId)?.tabs ?? []) unsaved.delete(tab);
      unsavedShown.delete(accountId);
      accounts.delete(accountId);
    },
    saveAll() {
      for (const { tabs } of accounts.values()) for (const tab of tabs) if (tab.view) unsaved.add(tab);
      if (unsaved.size > 0) saving.ask();
      saving.flush();
    },
    flush: () => saving.flush(),
  };
}
