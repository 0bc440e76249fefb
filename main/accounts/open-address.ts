import type { AccountId } from '../../shared/domain/account.ts';
import { ok, refuse, type Result } from '../../shared/errors.ts';
import { findBrowserChoice } from '../store/browser-choices.ts';
import { findPresent } from './change.ts';
import type { AccountParts } from './parts.ts';
import { switchTo } from './switch.ts';

/** What is to open: a service of the catalogue, or null with the address of a link. */
export interface Opening {
  serviceId: string | null;
  address: URL;
}

/** What opens something in an account's session. */
export interface SessionTabs {
  open(accountId: AccountId, opening: Opening): void;
}

/** What opening works with. */
export interface OpeningParts extends AccountParts {
  tabs: SessionTabs;
}

/** Where an address was opened. */
export interface Opened {
  where: 'switchboard' | 'browser';
}

/** Why an address could not be opened. */
export type OpenRefusal = 'account-not-found' | 'browser-not-found' | 'open-failed';

/** Opens an address where the account's services open: in its session, which makes it active, or in its profile of a browser. */
export async function openAddress(
  parts: OpeningParts,
  accountId: AccountId,
  opening: Opening,
): Promise<Result<Opened, OpenRefusal>> {
  const { store } = parts;
  if (findPresent(store.read, accountId) === null) return refuse('account-not-found');
  if (findBrowserChoice(store.read, accountId) !== null) return openInBrowser(parts, accountId, opening.address);
  // Before the switch, which then brings this tab on screen and not the one before.
  parts.tabs.open(accountId, opening);
  const switched = switchTo(parts, { accountId });
  return switched.ok ? ok({ where: 'switchboard' }) : switched;
}

/** Opens an address outside of Switchboard: in the account's profile of a browser, where it has one, else in the system browser. */
export async function openInBrowser(
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
