import type { Tab, TabId } from '../../shared/domain/tab.ts';
import { announce } from '../components/announce.tsx';
import { api } from '../ipc/client.ts';
import { notify } from '../stores/notices.ts';
import { useTabs } from '../stores/tabs.ts';
import { useView } from '../stores/view.ts';
import { wordsFor } from '../../shared/words/errors.ts';
import { askUnsaved } from './unsaved.ts';
import { labelOf } from './title.ts';
import { words } from './words.ts';

/** Shows a tab of the active account; null shows its dashboard. */
export async function showTab(tabId: TabId | null): Promise<void> {
  // First, so that coming from another page nothing else is shown in between.
  await api.tabs.show({ tabId });
  useView.getState().go('dashboard');
}

/** Goes to the dashboard itself, also where a service of the account is shown. */
export function showDashboard(): void {
  if (useTabs.getState().shownId === null) useView.getState().go('dashboard');
  else void showTab(null);
}

/** Closes a tab; asks first where its page says that something was not saved. */
export async function closeTab(tab: Tab, evenUnsaved = false): Promise<void> {
  const answer = await api.tabs.close({ tabId: tab.id, evenUnsaved });
  if (answer.ok) announce(words.closed(labelOf(tab).text));
  else if (answer.error.code === 'tab-unsaved') askUnsaved(tab.id);
  // One that is closed by now is what was asked for.
  else if (answer.error.code !== 'tab-not-found') notify(wordsFor(answer.error), 'error');
}

/** Gives the page of a tab the keyboard. Nothing of ours keeps the focus, or it would be taken for the person's place when our page comes to the fore. */
export function enterPage(tabId: TabId): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  void api.tabs.focus({ tabId });
}

/** Opens the page of a tab in a real browser. */
export async function openInBrowser(tabId: TabId): Promise<void> {
  const answer = await api.tabs.openInBrowser({ tabId });
  if (!answer.ok) notify(wordsFor(answer.error), 'error');
}
