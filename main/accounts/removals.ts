import type { AccountId, Removal } from '../../shared/domain/account.ts';
import { ok, refuse, type Result, type Done } from '../../shared/errors.ts';
import { incidentId } from '../log.ts';
import {
  deleteAccount,
  findAccount,
  findByIdentifier,
  listAccounts,
  listRemoved,
  setRemoved,
  setRestored,
  type StoredAccount,
} from '../store/accounts.ts';
import { addActivity } from '../store/activity.ts';
import { readAppState, setPrimaryAndActive, type AppState } from '../store/app-state.ts';
import { deleteClosedOf } from '../store/challenges.ts';
import type { WriteTx } from '../store/database.ts';
import { findPresent } from './change.ts';
import { identifierOf, timestamp, type AccountParts } from './parts.ts';

/** How long a removal can be undone, in ms. */
export const UNDO_TIME = 10_000;

/** Removes accounts, gives them back in time, and takes them out of the files afterwards (security: S16). */
export interface Removals {
  remove(input: {
    accountId: AccountId;
    successorId: AccountId | null;
  }): Result<Removal, 'account-not-found' | 'successor-needed'>;
  undo(input: { accountId: AccountId }): Result<Done, 'undo-expired' | 'already-linked'>;
  /** Takes every removed account out of the files now: at start, at the end, and before everything is erased. */
  purgeAll(): void;
}

/** What an account was when it was removed, and what took its place. */
interface Undo {
  was: AppState;
  became: Pick<AppState, 'primaryId' | 'activeId'>;
  callOff: () => void;
}

export function createRemovals(parts: AccountParts): Removals {
  const { store, clock, log } = parts;
  const undos = new Map<AccountId, Undo>();

  function purge(isDue: (id: AccountId) => boolean): void {
    const due = listRemoved(store.read).filter(({ id }) => isDue(id));
    for (const { id } of due) undos.get(id)?.callOff();
    if (due.length === 0) return;
    store.erase((tx) => {
      for (const account of due) {
        deleteAccount(tx, account.id);
        // An open challenge, or an account there now, is of somebody who adds the identifier anew.
        if (findByIdentifier(tx, account.identifier) === null) deleteClosedOf(tx, account.identifier);
      }
    });
    for (const { id, identifier } of due) {
      undos.delete(id);
      log.event('account-erased', { account: parts.tagOf(identifier) });
    }
  }

  function isLate({ undoUntil }: StoredAccount): boolean {
    return undoUntil === null || clock.now() >= Date.parse(undoUntil);
  }

  function purgeInTime(id: AccountId): () => void {
    return clock.after(UNDO_TIME, () => {
      try {
        purge((due) => due === id);
      } catch (error) {
        // It stays removed, and the next start tries again.
        log.fault(incidentId(parts.random), error);
      }
    });
  }

  return {
    remove({ accountId, successorId }) {
      return store.write(
        (tx): Result<Removal, 'account-not-found' | 'successor-needed'> => {
          const account = findPresent(tx, accountId);
          if (account === null) return refuse('account-not-found');
          const was = readAppState(tx);
          const became = afterRemoval(tx, was, accountId, successorId);
          if (!became.ok) return became;
          setPrimaryAndActive(tx, became.value.primaryId, became.value.activeId);
          const undoUntil = timestamp(parts, UNDO_TIME);
          setRemoved(tx, accountId, timestamp(parts), undoUntil);
          addActivity(tx, { at: timestamp(parts), event: 'removed', accountId });
          tx.afterCommit(() => {
            log.event('account-removed', { account: parts.tagOf(account.identifier) });
            undos.set(accountId, { was, became: became.value, callOff: purgeInTime(accountId) });
          });
          return ok({ accountId, identifier: identifierOf(account), undoUntil });
        },
        { mayUseReserve: true },
      );
    },
    undo({ accountId }) {
      const undo = undos.get(accountId);
      return store.write((tx): Result<Done, 'undo-expired' | 'already-linked'> => {
        const account = findAccount(tx, accountId);
        if (account === null || undo === undefined || isLate(account)) return refuse('undo-expired');
        if (findByIdentifier(tx, account.identifier) !== null) {
          return refuse('already-linked', { identifier: identifierOf(account).display });
        }
        setRestored(tx, accountId);
        restoreRoles(tx, accountId, undo);
        addActivity(tx, { at: timestamp(parts), event: 'restored', accountId });
        tx.afterCommit(() => {
          undo.callOff();
          undos.delete(accountId);
          log.event('account-restored', { account: parts.tagOf(account.identifier) });
        });
        return ok({});
      });
    },
    purgeAll: () => purge(() => true),
  };
}

type Roles = Pick<AppState, 'primaryId' | 'activeId'>;

/** Who is primary and active once an account is gone. */
function afterRemoval(
  tx: WriteTx,
  { primaryId, activeId }: AppState,
  accountId: AccountId,
  successorId: AccountId | null,
): Result<Roles, 'account-not-found' | 'successor-needed'> {
  if (accountId !== primaryId) return ok({ primaryId, activeId: activeId === accountId ? primaryId : activeId });
  if (listAccounts(tx).length === 1) return ok({ primaryId: null, activeId: null });
  if (successorId === null || successorId === accountId) return refuse('successor-needed');
  if (findPresent(tx, successorId) === null) return refuse('account-not-found');
  return ok({ primaryId: successorId, activeId: activeId === accountId ? successorId : activeId });
}

/** Makes an account again what it was, unless the person has chosen otherwise since. */
function restoreRoles(tx: WriteTx, id: AccountId, { was, became }: Undo): void {
  const now = readAppState(tx);
  const primaryId = was.primaryId === id && now.primaryId === became.primaryId ? id : now.primaryId;
  const activeId = was.activeId === id && now.activeId === became.activeId ? id : now.activeId;
  // Signed out, and signed in again by nobody: there is only this account.
  setPrimaryAndActive(tx, primaryId ?? id, activeId ?? id);
}
