import { ok, refuse, type Result } from '../../shared/errors.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { findBrowserChoice } from '../store/browser-choices.ts';
import type { AccountParts } from './parts.ts';

/** Where an address was opened. */
export interface Opened {
  where: 'switchboard' | 'browser';
}

/** Why an address could not be opened. */
export type OpenRefusal = 'browser-not-found' | 'open-failed';

/** Opens an address where the account's services open: in its profile of a browser, else in the system browser. */
export async function openAddress(
  { store, browser, browsers }: Pick<AccountParts, 'store' | 'browser' | 'browsers'>,
  account: StoredAccount,
  address: URL,
): Promise<Result<Opened, OpenRefusal>> {
  const chosen = findBrowserChoice(store.read, account.id);
  if (chosen === null) return (await browser.open(address)) ? ok({ where: 'browser' }) : refuse('open-failed');
  const label = account.name || account.address;
  const opened = await browsers.open(chosen, { id: account.id, label }, address);
  return opened.ok ? ok({ where: 'browser' }) : opened;
}
