import type { AccountId } from '../../shared/domain/account.ts';
import { ok, refuse, type Done, type Result } from '../../shared/errors.ts';
import { findAccount, findByIdentifier, setRestored, type StoredAccount } from '../store/accounts.ts';
import { addActivity } from '../store/activity.ts';
import { readAppState, setPrimaryAndActive } from '../store/app-state.ts';
import type { WriteTx } from '../store/database.ts';
import { identifierOf, timestamp, type AccountParts } from './parts.ts';
import type { Undo, Undos } from './undo.ts';

/** Why a removal cannot be undone (any more). */
export type UndoRefusal = 'undo-expired' | 'already-linked';

/** Gives a removed account back as it was. */
export function undoRemove(
  parts: AccountParts,
  undos: Undos,
  { accountId }: { accountId: AccountId },
): Result<Done, UndoRefusal> {
  const undo = undos.get(accountId);
  return parts.store.write((tx): Result<Done, UndoRefusal> => {
    const account = findAccount(tx, accountId);
    if (account === null || undo === undefined || isLate(parts, account)) return refuse('undo-expired');
    if (findByIdentifier(tx, account.identifier) !== null) {
      return refuse('already-linked', { identifier: identifierOf(account).display });
    }
    setRestored(tx, accountId);
    restoreRoles(tx, accountId, undo);
    addActivity(tx, { at: timestamp(parts), event: 'restored', accountId });
    tx.afterCommit(() => {
      undo.callOff();
      undos.delete(accountId);
      parts.log.event('account-restored', { account: parts.tagOf(account.identifier) });
    });
    return ok({});
  });
}

function isLate({ clock }: AccountParts, { undoUntil }: StoredAccount): boolean {
  return undoUntil === null || clock.now() >= Date.parse(undoUntil);
}

/** Makes an account again what it was, unless the person has chosen otherwise since. */
function restoreRoles(tx: WriteTx, id: AccountId, { was, became }: Undo): void {
  const now = readAppState(tx);
  const primaryId = was.primaryId === id && now.primaryId === became.primaryId ? id : now.primaryId;
  const activeId = was.activeId === id && now.activeId === became.activeId ? id : now.activeId;
  // Signed out, and signed in again by nobody: there is only this account.
  setPrimaryAndActive(tx, primaryId ?? id, activeId ?? id);
}
