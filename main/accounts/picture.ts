import type { AccountId } from '../../shared/domain/account.ts';
import { ok, refuse, type Result } from '../../shared/errors.ts';
import { findPicture } from '../store/profiles.ts';
import { findPresent } from './change.ts';
import type { AccountParts } from './parts.ts';

/** The picture of an account as a `data:` address; null where it has none. */
export function picture(
  { store }: Pick<AccountParts, 'store'>,
  { accountId }: { accountId: AccountId },
): Result<{ picture: string | null }, 'account-not-found'> {
  if (findPresent(store.read, accountId) === null) return refuse('account-not-found');
  const found = findPicture(store.read, accountId);
  return ok({ picture: found && `data:${found.type};base64,${found.bytes.toString('base64')}` });
}
