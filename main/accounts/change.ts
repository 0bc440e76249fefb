import type { AccountId } from '../../shared/domain/account.ts';
import { ok, refuse, type Result, type Done } from '../../shared/errors.ts';
import { findAccount, type StoredAccount } from '../store/accounts.ts';
import type { ReadDb, WriteTx } from '../store/database.ts';
import type { AccountParts } from './parts.ts';

/** Changes an account that is there in one write, or says that it is not. */
export function changeAccount(
  { store }: Pick<AccountParts, 'store'>,
  id: AccountId,
  change: (tx: WriteTx, account: StoredAccount) => void,
): Result<Done, 'account-not-found'> {
  return store.write((tx): Result<Done, 'account-not-found'> => {
    const account = findPresent(tx, id);
    if (account === null) return refuse('account-not-found');
    change(tx, account);
    return ok({});
  });
}

/** An account that is there and not removed. */
export function findPresent(db: ReadDb, id: AccountId): StoredAccount | null {
  const account = findAccount(db, id);
  return account?.removedAt === null ? account : null;
}
