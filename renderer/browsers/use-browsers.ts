import { useEffect } from 'react';
import { create } from 'zustand';
import type { AccountId } from '../../shared/domain/account.ts';
import type { BrowserName, BrowsersState, ServicesPlace } from '../../shared/domain/browser.ts';
import { api, onEvent } from '../ipc/client.ts';

/** The browsers of this computer and the accounts' choices, as last read; null until main answered. */
const useState = create<{ state: BrowsersState | null }>(() => ({ state: null }));

let following = false;

/** Where the services of an account open, and which browsers are there. */
export function useBrowsers(accountId: AccountId): { place: ServicesPlace; installed: readonly BrowserName[] } {
  const state = useState(({ state }) => state);
  useEffect(follow, []);
  const choice = state?.choices.find((choice) => choice.accountId === accountId);
  return { place: choice?.browser ?? 'switchboard', installed: state?.installed ?? [] };
}

/** Looks for browsers anew: one may have been installed since. */
export async function readBrowsers(): Promise<void> {
  const answer = await api.browsers.read({});
  if (answer.ok) useState.setState({ state: answer.value });
}

/** Reads once for all who show it, and again after each change. */
function follow(): void {
  if (following) return;
  following = true;
  onEvent(({ name }) => name === 'browsers.changed' && void readBrowsers());
  void readBrowsers();
}
