import type { AccountId } from '../../shared/domain/account.ts';
import { refuse, type Result } from '../../shared/errors.ts';
import { services } from '../../shared/services.ts';
import { findPresent } from './change.ts';
import { openAddress, type Opened, type OpenRefusal } from './open-address.ts';
import type { AccountParts } from './parts.ts';

/** Opens a service of the catalogue where the account's services open, at its address for personal or for work accounts. */
export async function openService(
  parts: Pick<AccountParts, 'store' | 'browser' | 'browsers'>,
  { accountId, serviceId, owner }: { accountId: AccountId; serviceId: string; owner: 'personal' | 'work' },
): Promise<Result<Opened, 'service-not-found' | OpenRefusal>> {
  const account = findPresent(parts.store.read, accountId);
  if (account === null) return refuse('account-not-found');
  const service = services.find(({ id }) => id === serviceId);
  const address = service?.address[owner];
  if (service === undefined || address === undefined) return refuse('service-not-found');
  const url = new URL(address);
  // The hint is what the person signs in with there, so it is the address and not its folded form.
  if (service.hint !== null) url.searchParams.set(service.hint, account.address);
  return openAddress(parts, accountId, url);
}
