import type { AccountId } from '../../shared/domain/account.ts';
import { ok, type Result, type Done } from '../../shared/errors.ts';
import { setLastUsed } from '../store/accounts.ts';
import { addActivity } from '../store/activity.ts';
import { readAppState, setPrimaryAndActive } from '../store/app-state.ts';
import { changeAccount } from './change.ts';
import { timestamp, type AccountParts } from './parts.ts';

/** Makes an account the active one; the active one stays so without a write. */
export function switchTo(
  parts: AccountParts,
  { accountId }: { accountId: AccountId },
): Result<Done, 'account-not-found'> {
  if (readAppState(parts.store.read).activeId === accountId) return ok({});
  return changeAccount(parts, accountId, (tx) => {
    setPrimaryAndActive(tx, readAppState(tx).primaryId, accountId);
    const at = timestamp(parts);
    setLastUsed(tx, accountId, at);
    addActivity(tx, { at, event: 'switched', accountId });
  });
}
