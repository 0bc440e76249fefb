import { create } from 'zustand';
import type { Tab, TabId, TabsState } from '../../shared/domain/tab.ts';
import { api, onEvent } from '../ipc/client.ts';
import { useView } from './view.ts';

/** The tabs of the active account, as main last told them. Never written to by a component: components send commands. */
export const useTabs = create<TabsState>(() => ({ accountId: null, tabs: [], shownId: null }));

/** Starts following main. Call what it returns to stop. */
export function startTabs(): () => void {
  let heard = false;
  const stop = onEvent((message) => {
    if (message.name !== 'tabs.changed') return;
    heard = true;
    useTabs.setState(message.payload);
  });
  void api.tabs.read({}).then((answer) => {
    // An event is newer than an answer that it overtook.
    if (answer.ok && !heard) useTabs.setState(answer.value);
    return answer;
  });
  return stop;
}

function shownTab({ tabs, shownId }: TabsState): Tab | null {
  return tabs.find(({ id }) => id === shownId) ?? null;
}

/** The tab that fills the page; null where it is the dashboard or another page of ours. */
export function useShownTab(): Tab | null {
  const tab = useTabs(shownTab);
  const page = useView((view) => view.page);
  return page === 'dashboard' ? tab : null;
}

/** The id of the tab that fills the page now; null where it is a page of ours. */
export function shownTabId(): TabId | null {
  return useView.getState().page === 'dashboard' ? useTabs.getState().shownId : null;
}
