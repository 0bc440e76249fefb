import type { Challenge } from '../../shared/domain/challenge.ts';
import { refuse, type Result } from '../../shared/errors.ts';
import type { IdentifierRefusal } from '../identifiers/parse.ts';
import { findByIdentifier, type StoredAccount } from '../store/accounts.ts';
import { readAppState } from '../store/app-state.ts';
import type { ReadDb } from '../store/database.ts';
import type { ChallengeRefusal } from '../verification/workflow.ts';
import { identifierOf, type AccountParts } from './parts.ts';
import { startProving, type ProvingInput } from './start-proving.ts';

/** Why an identifier cannot be linked, whatever code is typed. */
export type LinkRefusal = 'not-signed-in' | 'already-linked' | 'is-primary';

/** Starts linking another account: a code to its identifier. */
export function link(
  parts: AccountParts,
  { identifier, carrier }: ProvingInput,
): Promise<Result<Challenge, LinkRefusal | IdentifierRefusal | ChallengeRefusal>> {
  return startProving(parts, { purpose: 'link', typed: identifier, carrier }, linkRefusal);
}

/** Why this identifier (in normal form; null where it is not known yet) cannot be linked now; null where it can. */
export function linkRefusal(db: ReadDb, identifier: string | null): Result<never, LinkRefusal> | null {
  if (readAppState(db).primaryId === null) return refuse('not-signed-in');
  const there = identifier === null ? null : findByIdentifier(db, identifier);
  return there === null ? null : alreadyThere(db, there);
}

/** The refusal of an account that need not be linked. */
export function alreadyThere(db: ReadDb, account: StoredAccount): Result<never, 'is-primary' | 'already-linked'> {
  const named = { identifier: identifierOf(account).display };
  return account.id === readAppState(db).primaryId ? refuse('is-primary', named) : refuse('already-linked', named);
}
