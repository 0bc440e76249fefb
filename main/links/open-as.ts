import type { AccountId } from '../../shared/domain/account.ts';
import { refuse, type Result } from '../../shared/errors.ts';
import { findPresent } from '../accounts/change.ts';
import type { Opened, OpenRefusal } from '../accounts/open-address.ts';
import { externalAddress } from '../external-address.ts';
import type { LinkParts } from './parts.ts';
import { addRuleFirst } from './rules.ts';

export interface OpenAsInput {
  accountId: AccountId;
  address: string;
  /** Makes the host of the address the account's from now on. */
  always: boolean;
}

/** Why an address, or a rule for its host, cannot be. */
type OpenLinkRefusal = 'address-invalid' | 'pattern-invalid' | 'too-many-link-rules';

/** Opens an address as one account. `onRule` hears of a rule, which is kept even where the address then does not open. */
export async function openAs(
  parts: LinkParts,
  { accountId, address, always }: OpenAsInput,
  onRule: () => void,
): Promise<Result<Opened, OpenRefusal | OpenLinkRefusal>> {
  const url = externalAddress(address.trim());
  if (url === null) return refuse('address-invalid');
  if (findPresent(parts.store.read, accountId) === null) return refuse('account-not-found');
  if (always) {
    const kept = addRuleFirst(parts, { pattern: url.host, accountId });
    if (!kept.ok) return kept;
    onRule();
  }
  return parts.openAddress(accountId, url);
}
