import type { AccountId, AccountKind } from '../../shared/domain/account.ts';
import type { Done, Result } from '../../shared/errors.ts';
import { setKind as storeKind } from '../store/accounts.ts';
import { changeAccount } from './change.ts';
import type { AccountParts } from './parts.ts';

/** Says whose account it is, where Switchboard cannot know. */
export function setKind(
  parts: AccountParts,
  { accountId, kind }: { accountId: AccountId; kind: AccountKind },
): Result<Done, 'account-not-found'> {
  return changeAccount(parts, accountId, (tx, account) => {
    if (account.kind !== kind) storeKind(tx, accountId, kind);
  });
}
