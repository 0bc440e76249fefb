import type { AccountId } from '../../shared/domain/account.ts';
import type { Result, Done } from '../../shared/errors.ts';
import { setName } from '../store/accounts.ts';
import { tidyName } from '../tidy-name.ts';
import { changeAccount } from './change.ts';
import type { AccountParts } from './parts.ts';

/** Gives an account a name; empty means none. */
export function rename(
  parts: AccountParts,
  { accountId, name }: { accountId: AccountId; name: string },
): Result<Done, 'account-not-found' | 'name-too-long'> {
  const tidy = tidyName(name);
  if (!tidy.ok) return tidy;
  return changeAccount(parts, accountId, (tx, account) => {
    if (account.name !== tidy.value) setName(tx, accountId, tidy.value);
  });
}
