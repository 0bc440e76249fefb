import type { TabId } from '../../shared/domain/tab.ts';
import { ok, refuse, type Done, type Result } from '../../shared/errors.ts';
import type { OpenRefusal } from '../accounts/open-address.ts';
import { pageAddress } from './navigation.ts';
import type { Permissions } from './permissions.ts';
import type { Stage } from './stage.ts';
import type { OpenTab } from './tab.ts';
import type { TabsParts } from './open-tabs.ts';
import type { TabBook } from './tab-book.ts';
import { zoomed } from './zoom.ts';

interface CommandParts {
  book: TabBook;
  stage: Stage;
  permissions: Permissions;
  openInBrowser: TabsParts['openInBrowser'];
  shown: (tab: OpenTab) => void;
}

type OnTab<Input = object> = (input: { tabId: TabId } & Input) => Result<Done, 'tab-not-found'>;

/** What a person does with a tab that is open; the rules behind the commands of the same names. */
export interface TabCommands {
  go: OnTab<{ to: 'back' | 'forward' | 'start' }>;
  reload: OnTab;
  stop: OnTab;
  find: OnTab<{ text: string; direction: 'next' | 'previous' }>;
  zoom: OnTab<{ change: 'in' | 'out' | 'reset' }>;
  print: OnTab;
  focus: OnTab;
  answer: OnTab<{ askId: string; isAllowed: boolean }>;
  openInBrowser(input: { tabId: TabId }): Promise<Result<Done, 'tab-not-found' | OpenRefusal>>;
  picture(input: { tabId: TabId }): Promise<Result<{ picture: string | null }, 'tab-not-found'>>;
}

export function createTabCommands({ book, stage, permissions, openInBrowser, shown }: CommandParts): TabCommands {
  const on = (id: TabId, action: (tab: OpenTab) => void): Result<Done, 'tab-not-found'> => {
    const tab = book.find(id);
    if (tab === null) return refuse('tab-not-found');
    action(tab);
    return ok({});
  };

  return {
    go: ({ tabId, to }) =>
      on(tabId, (tab) => {
        stage.wake(tab);
        if (to === 'start') load(tab, tab.start);
        else tab.view?.go(to);
      }),
    reload: ({ tabId }) => on(tabId, (tab) => (tab.view ? reload(tab) : stage.wake(tab))),
    stop: ({ tabId }) => on(tabId, (tab) => tab.view?.stop()),
    find: ({ tabId, text, direction }) =>
      on(tabId, (tab) => {
        tab.view?.find(text, direction);
        if (text !== '' || tab.found === null) return;
        tab.found = null;
        shown(tab);
      }),
    zoom: ({ tabId, change }) =>
      on(tabId, (tab) => {
        tab.zoom = zoomed(tab.zoom, change);
        tab.view?.zoom(tab.zoom);
        book.changed(tab);
        shown(tab);
      }),
    print: ({ tabId }) => on(tabId, (tab) => tab.view?.print()),
    focus: ({ tabId }) => on(tabId, (tab) => tab.view?.focus()),
    answer: ({ tabId, askId, isAllowed }) =>
      on(tabId, (tab) => {
        permissions.answer(tab, askId, isAllowed);
        shown(tab);
      }),
    async openInBrowser({ tabId }) {
      const tab = book.find(tabId);
      if (tab === null) return refuse('tab-not-found');
      const address = pageAddress(tab.address);
      if (address === null) return refuse('open-failed');
      const opened = await openInBrowser(tab.accountId, address);
      return opened.ok ? ok({}) : opened;
    },
    async picture({ tabId }) {
      const tab = book.find(tabId);
      if (tab === null) return refuse('tab-not-found');
      return ok({ picture: tab.view && !tab.problem && !tab.isLoading ? await tab.view.picture() : tab.picture });
    },
  };
}

function load({ view }: OpenTab, text: string): void {
  const address = pageAddress(text);
  if (address) view?.load(address);
}

function reload(tab: OpenTab): void {
  // A page that was not loaded has nothing to load again: it goes there anew.
  if (tab.problem?.kind === 'not-loaded' || tab.problem?.kind === 'certificate') load(tab, tab.address);
  else tab.view?.reload();
}
