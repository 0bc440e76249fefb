import type { AccountId } from '../../shared/domain/account.ts';
import { ok, refuse, type Done, type Result } from '../../shared/errors.ts';
import { findPresent } from './change.ts';
import type { AccountParts } from './parts.ts';
import { serviceAddress, type NoService, type ServiceChoice } from './service-address.ts';
import { switchTo } from './switch.ts';

/** What opens something in an account's session. */
export interface SessionTabs {
  open(accountId: AccountId, opening: { serviceId: string | null; address: URL }): void;
}

/** Opens a service in its account's session, and makes the account active. */
export function openService(
  parts: AccountParts & { tabs: SessionTabs },
  choice: ServiceChoice,
): Result<{ where: 'switchboard' }, NoService> {
  const { accountId, serviceId } = choice;
  const address = serviceAddress(parts.store.read, choice);
  if (!address.ok) return address;
  const opened = openInSession(parts, accountId, { serviceId, address: address.value });
  return opened.ok ? ok({ where: 'switchboard' }) : opened;
}

/** Opens something in an account's session, and makes the account active; `serviceId` is null for a link. */
export function openInSession(
  parts: AccountParts & { tabs: SessionTabs },
  accountId: AccountId,
  opening: Parameters<SessionTabs['open']>[1],
): Result<Done, 'account-not-found'> {
  if (findPresent(parts.store.read, accountId) === null) return refuse('account-not-found');
  // Before the switch, which then brings this tab on screen and not the one before.
  parts.tabs.open(accountId, opening);
  return switchTo(parts, { accountId });
}

/** Opens a service in the system browser, wherever the account's services open otherwise. */
export async function openServiceInBrowser(
  { store, browser }: Pick<AccountParts, 'store' | 'browser'>,
  choice: ServiceChoice,
): Promise<Result<Done, NoService | 'open-failed'>> {
  const address = serviceAddress(store.read, choice);
  if (!address.ok) return address;
  return (await browser.open(address.value)) ? ok({}) : refuse('open-failed');
}
