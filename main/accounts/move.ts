import type { AccountId } from '../../shared/domain/account.ts';
import { refuse, type Result, type Done } from '../../shared/errors.ts';
import { listAccounts, setPosition } from '../store/accounts.ts';
import { changeAccount, findPresent } from './change.ts';
import type { AccountParts } from './parts.ts';

/** Moves an account in the list to stand before another one, or to the end with null. The primary is shown first all the same. */
export function move(
  parts: AccountParts,
  { accountId, before }: { accountId: AccountId; before: AccountId | null },
): Result<Done, 'account-not-found'> {
  if (before !== null && findPresent(parts.store.read, before) === null) return refuse('account-not-found');
  return changeAccount(parts, accountId, (tx, account) => {
    if (before === accountId) return;
    const accounts = listAccounts(tx);
    const others = accounts.filter(({ id }) => id !== accountId);
    const place = before === null ? others.length : others.findIndex(({ id }) => id === before);
    const moved = others.toSpliced(place, 0, account);
    // The places stay the same, so that only the accounts between the old and the new one are written.
    accounts.forEach(({ position }, index) => {
      const now = moved[index];
      if (now !== undefined && now.position !== position) setPosition(tx, now.id, position);
    });
  });
}
