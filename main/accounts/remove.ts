import type { AccountId, Removal } from '../../shared/domain/account.ts';
import { ok, refuse, type Result } from '../../shared/errors.ts';
import { incidentId } from '../log.ts';
import { listAccounts, setRemoved } from '../store/accounts.ts';
import { addActivity } from '../store/activity.ts';
import { readAppState, setPrimaryAndActive } from '../store/app-state.ts';
import type { ReadDb } from '../store/database.ts';
import { findPresent } from './change.ts';
import { identifierOf, timestamp, type AccountParts } from './parts.ts';
import { purge } from './purge.ts';
import { UNDO_TIME, type Roles, type Undos } from './undo.ts';

/** What `accounts.remove` takes. */
export interface RemovalInput {
  accountId: AccountId;
  /** Who becomes primary where the primary account is removed and others are linked. */
  successorId: AccountId | null;
}

/** Why an account cannot be removed so. */
export type RemovalRefusal = 'account-not-found' | 'successor-needed';

/** Removes an account, to be had back for `UNDO_TIME`; then it is purged. */
export function remove(parts: AccountParts, undos: Undos, input: RemovalInput): Result<Removal, RemovalRefusal> {
  const { accountId } = input;
  return parts.store.write(
    (tx): Result<Removal, RemovalRefusal> => {
      const account = findPresent(tx, accountId);
      if (account === null) return refuse('account-not-found');
      const was = readAppState(tx);
      const rolesThen = rolesAfter(tx, was, input);
      if (!rolesThen.ok) return rolesThen;
      const became = rolesThen.value;
      setPrimaryAndActive(tx, became.primaryId, became.activeId);
      const undoUntil = timestamp(parts, UNDO_TIME);
      setRemoved(tx, accountId, timestamp(parts), undoUntil);
      addActivity(tx, { at: timestamp(parts), event: 'removed', accountId });
      tx.afterCommit(() => {
        parts.log.event('account-removed', { account: parts.tagOf(account.identifier) });
        undos.set(accountId, { was, became, callOff: purgeLater(parts, undos, accountId) });
      });
      return ok({ accountId, identifier: identifierOf(account), undoUntil });
    },
    { mayUseReserve: true },
  );
}

/** Who is primary and active once an account is gone. */
function rolesAfter(db: ReadDb, was: Roles, { accountId, successorId }: RemovalInput): Result<Roles, RemovalRefusal> {
  const { primaryId, activeId } = was;
  if (accountId !== primaryId) return ok({ primaryId, activeId: activeId === accountId ? primaryId : activeId });
  if (listAccounts(db).length === 1) return ok({ primaryId: null, activeId: null });
  if (successorId === null || successorId === accountId) return refuse('successor-needed');
  if (findPresent(db, successorId) === null) return refuse('account-not-found');
  return ok({ primaryId: successorId, activeId: activeId === accountId ? successorId : activeId });
}

function purgeLater(parts: AccountParts, undos: Undos, accountId: AccountId): () => void {
  return parts.clock.after(UNDO_TIME, () => {
    try {
      purge(parts, undos, (id) => id === accountId);
    } catch (error) {
      // It stays removed, and the next start tries again.
      parts.log.fault(incidentId(parts.random), error);
    }
  });
}
