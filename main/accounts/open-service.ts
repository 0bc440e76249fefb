import { ok, type Done, type Result } from '../../shared/errors.ts';
import { openAddress, openInBrowser, type Opened, type OpeningParts, type OpenRefusal } from './open-address.ts';
import type { AccountParts } from './parts.ts';
import { serviceAddress, type NoService, type ServiceChoice } from './service-address.ts';

/** Opens a service of the catalogue where the account's services open. */
export async function openService(
  parts: OpeningParts,
  choice: ServiceChoice,
): Promise<Result<Opened, NoService | OpenRefusal>> {
  const { accountId, serviceId } = choice;
  const address = serviceAddress(parts.store.read, choice);
  return address.ok ? openAddress(parts, accountId, { serviceId, address: address.value }) : address;
}

/** Opens a service in a real browser, wherever the account's services open otherwise. */
export async function openServiceInBrowser(
  parts: AccountParts,
  choice: ServiceChoice,
): Promise<Result<Done, NoService | OpenRefusal>> {
  const address = serviceAddress(parts.store.read, choice);
  if (!address.ok) return address;
  const opened = await openInBrowser(parts, choice.accountId, address.value);
  return opened.ok ? ok({}) : opened;
}
