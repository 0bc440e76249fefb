import type { AccountId } from '../../shared/domain/account.ts';
import type { TabId, TabsState } from '../../shared/domain/tab.ts';
import { ok, refuse, type Done, type Result } from '../../shared/errors.ts';
import { createOpenTabs, type Opening, type OpenTabs, type TabsParts, type TitleListener } from './open-tabs.ts';
import type { Room } from './port.ts';
import { createTabCommands, type TabCommands } from './tab-commands.ts';

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

export function createTabs(parts: TabsParts): Tabs {
  const open = createOpenTabs(parts);
  let hasRoom = false;
  return {
    commands: createTabCommands({ ...parts, ...open }),
    read: open.read,
    open: (accountId, opening) => openOrGoTo(open, accountId, opening),
    show: ({ tabId }) => show(open, tabId),
    close: (input) => close(open, input),
    onScreen() {
      const tab = open.shownTab();
      return tab && (hasRoom || tab.problem) ? tab.id : null;
    },
    place(room) {
      hasRoom = room !== null;
      parts.views.place(room);
      if (room === null) return;
      open.wakeUp();
      if (open.shownTab()?.view === null) open.present();
    },
    onChange: open.onChange,
    followTitles: open.followTitles,
    stop: open.stop,
  };
}

function openOrGoTo(open: OpenTabs, accountId: AccountId, opening: Opening): void {
  open.wakeUp();
  const { serviceId, address } = opening;
  const { tabs } = open.book.of(accountId);
  // An account of an unknown kind has a service twice: at its personal and at its work address.
  const same = tabs.find((tab) => tab.serviceId === serviceId && tab.start === address.href);
  const tab = (serviceId === null ? undefined : same) ?? open.add(accountId, opening);
  open.book.setShown(accountId, tab.id);
  if (accountId === open.activeId()) open.present();
  else open.stage.wake(tab);
}

function show(open: OpenTabs, tabId: TabId | null): Result<Done, 'tab-not-found'> {
  const activeId = open.activeId();
  if (tabId !== null && open.book.find(tabId)?.accountId !== activeId) return refuse('tab-not-found');
  if (activeId === null) return ok({});
  open.wakeUp();
  open.book.setShown(activeId, tabId);
  open.present();
  return ok({});
}

async function close(
  open: OpenTabs,
  { tabId, evenUnsaved }: { tabId: TabId; evenUnsaved: boolean },
): Promise<Result<Done, 'tab-not-found' | 'tab-unsaved'>> {
  const tab = open.book.find(tabId);
  if (tab === null) return refuse('tab-not-found');
  // A page with a problem is not on screen, and may not answer.
  if (tab.view && !evenUnsaved && tab.problem === null) {
    tab.isClosing = true;
    const isClosed = await tab.view.closeIfSaved();
    tab.isClosing = false;
    if (!isClosed) return refuse('tab-unsaved');
  }
  open.discard(tab);
  return ok({});
}
