import type { AccountId } from '../../shared/domain/account.ts';
import { ok, refuse, type Result, type Done } from '../../shared/errors.ts';
import { services } from '../../shared/services.ts';
import { findPresent } from './change.ts';
import type { AccountParts } from './parts.ts';

/** Opens a service of the catalogue in the system browser, at its address for personal or for work accounts. */
export async function openService(
  { store, browser }: Pick<AccountParts, 'store' | 'browser'>,
  { accountId, serviceId, owner }: { accountId: AccountId; serviceId: string; owner: 'personal' | 'work' },
): Promise<Result<Done, 'account-not-found' | 'service-not-found' | 'open-failed'>> {
  const account = findPresent(store.read, accountId);
  if (account === null) return refuse('account-not-found');
  const service = services.find(({ id }) => id === serviceId);
  const address = service?.address[owner];
  if (service === undefined || address === undefined) return refuse('service-not-found');
  const url = new URL(address);
  // The hint is what the person signs in with there, so it is the address and not its folded form.
  if (service.hint !== null) url.searchParams.set(service.hint, account.address);
  return (await browser.open(url)) ? ok({}) : refuse('open-failed');
}
