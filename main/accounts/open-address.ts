import type { AccountId } from '../../shared/domain/account.ts';
import { ok, refuse, type Result } from '../../shared/errors.ts';
import { findBrowserChoice } from '../store/browser-choices.ts';
import { findPresent } from './change.ts';
import type { AccountParts } from './parts.ts';

/** Where an address was opened. */
export interface Opened {
  where: 'switchboard' | 'browser';
}

/** Why an address could not be opened. */
export type OpenRefusal = 'account-not-found' | 'browser-not-found' | 'open-failed';

/** Opens an address where the account's services open: in its profile of a browser, else in the system browser. */
export async function openAddress(
  { store, browser, browsers }: Pick<AccountParts, 'store' | 'browser' | 'browsers'>,
  accountId: AccountId,
  address: URL,
): Promise<Result<Opened, OpenRefusal>> {
  const account = findPresent(store.read, accountId);
  if (account === null) return refuse('account-not-found');
  const chosen = findBrowserChoice(store.read, accountId);
  if (chosen === null) return (await browser.open(address)) ? ok({ where: 'browser' }) : refuse('open-failed');
  const label = account.name || account.address;
  const opened = await browsers.open(chosen, { id: accountId, label }, address);
  return opened.ok ? ok({ where: 'browser' }) : opened;
}
