import type { AccountId } from '../../shared/domain/account.ts';
import { ok, refuse, type Result } from '../../shared/errors.ts';
import { services } from '../../shared/services.ts';
import type { ReadDb } from '../store/database.ts';
import { findPresent } from './change.ts';

/** Which service of which account, and which of its addresses. */
export interface ServiceChoice {
  accountId: AccountId;
  serviceId: string;
  owner: 'personal' | 'work';
}

/** Why a service has no address for an account. */
export type NoService = 'account-not-found' | 'service-not-found';

/** Where a service of the catalogue is for an account, with the account as sign-in hint where the service takes one. */
export function serviceAddress(db: ReadDb, { accountId, serviceId, owner }: ServiceChoice): Result<URL, NoService> {
  const account = findPresent(db, accountId);
  if (account === null) return refuse('account-not-found');
  const service = services.find(({ id }) => id === serviceId);
  const text = service?.address[owner];
  if (service === undefined || text === undefined) return refuse('service-not-found');
  const address = new URL(text);
  // The hint is what the person signs in with there, so it is the address and not its folded form.
  if (service.hint !== null) address.searchParams.set(service.hint, account.address);
  return ok(address);
}
