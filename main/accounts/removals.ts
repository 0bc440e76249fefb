import type { AccountId, Removal } from '../../shared/domain/account.ts';
import type { Done, Result } from '../../shared/errors.ts';
import type { AccountParts } from './parts.ts';
import { purge } from './purge.ts';
import { remove, type RemovalInput, type RemovalRefusal } from './remove.ts';
import { undoRemove, type UndoRefusal } from './undo-remove.ts';
import type { Undos } from './undo.ts';

/** Removes accounts, gives them back in time, and takes them out of the files afterwards (security: S16). */
export interface Removals {
  remove(input: RemovalInput): Result<Removal, RemovalRefusal>;
  undo(input: { accountId: AccountId }): Result<Done, UndoRefusal>;
  /** Takes every removed account out of the files now: at start, at the end, and before everything is erased. */
  purgeAll(): void;
}

/** Keeps what the removals of this start can be undone with. */
export function createRemovals(parts: AccountParts): Removals {
  const undos: Undos = new Map();
  return {
    remove: (input) => remove(parts, undos, input),
    undo: (input) => undoRemove(parts, undos, input),
    purgeAll: () => purge(parts, undos, () => true),
  };
}
