import type { AccountId } from '../../shared/domain/account.ts';
import { ok, refuse, type Result, type Done } from '../../shared/errors.ts';
import { services } from '../../shared/services.ts';
import { findPresent } from './change.ts';
import type { AccountParts } from './parts.ts';

type Owner = 'personal' | 'work';

/**
 * Opens a service of the catalogue in the system browser. `owner` says which of its addresses is meant where nobody
 * said whose account it is.
 */
export async function openService(
  { store, browser }: Pick<AccountParts, 'store' | 'browser'>,
  { accountId, serviceId, owner }: { accountId: AccountId; serviceId: string; owner?: Owner | undefined },
): Promise<Result<Done, 'account-not-found' | 'service-not-found' | 'open-failed'>> {
  const account = findPresent(store.read, accountId);
  if (account === null) return refuse('account-not-found');
  const service = services.find(({ id }) => id === serviceId);
  const address = service?.address[account.kind === 'unknown' ? (owner ?? anyOwner(service.address)) : account.kind];
  if (service === undefined || address === undefined) return refuse('service-not-found');
  const url = new URL(address);
  // The hint is what the person signs in with there, so it is the address and not its folded form.
  if (service.hint !== null) url.searchParams.set(service.hint, account.address);
  return (await browser.open(url)) ? ok({}) : refuse('open-failed');
}

function anyOwner({ personal }: Readonly<Partial<Record<Owner, string>>>): Owner {
  return personal === undefined ? 'work' : 'personal';
}
