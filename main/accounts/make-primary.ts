import type { AccountId } from '../../shared/domain/account.ts';
import type { Done, Result } from '../../shared/errors.ts';
import { addActivity } from '../store/activity.ts';
import { readAppState, setPrimaryAndActive } from '../store/app-state.ts';
import { changeAccount } from './change.ts';
import { timestamp, type AccountParts } from './parts.ts';

/** Makes an account the one that all others are linked to. The active account stays the active one. */
export function makePrimary(
  parts: AccountParts,
  { accountId }: { accountId: AccountId },
): Result<Done, 'account-not-found'> {
  return changeAccount(parts, accountId, (tx) => {
    const { primaryId, activeId } = readAppState(tx);
    if (primaryId === accountId) return;
    setPrimaryAndActive(tx, accountId, activeId);
    addActivity(tx, { at: timestamp(parts), event: 'made-primary', accountId });
  });
}
