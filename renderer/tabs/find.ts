import { create } from 'zustand';
import type { TabId } from '../../shared/domain/tab.ts';

/** The tab that is searched; `asked` counts how often the search was asked for, so that the field takes the focus again. */
export const useFind = create<{ tabId: TabId | null; asked: number }>(() => ({ tabId: null, asked: 0 }));

/** Shows the search field of a tab, and gives it the focus. */
export function askToFind(tabId: TabId | null): void {
  useFind.setState(({ asked }) => ({ tabId, asked: asked + 1 }));
}

/** Takes the search field away. */
export function endFind(): void {
  useFind.setState({ tabId: null });
}
