import { create } from 'zustand';
import type { TabId } from '../../shared/domain/tab.ts';

/** The tab whose page holds something unsaved, while the person is asked whether to close it all the same. */
export const useUnsaved = create<{ tabId: TabId | null }>(() => ({ tabId: null }));

/** Asks whether to close a tab all the same; null ends the question. */
export function askUnsaved(tabId: TabId | null): void {
  useUnsaved.setState({ tabId });
}
