import type { Challenge } from '../../shared/domain/challenge.ts';
import { refuse, type Result } from '../../shared/errors.ts';
import type { IdentifierRefusal } from '../identifiers/parse.ts';
import { findByIdentifier } from '../store/accounts.ts';
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

/** Why this identifier (in normal form) cannot be linked now; null where it can. */
export function linkRefusal(db: ReadDb, identifier: string): Result<never, LinkRefusal> | null {
  const { primaryId } = readAppState(db);
  if (primaryId === null) return refuse('not-signed-in');
  const there = findByIdentifier(db, identifier);
  if (there === null) return null;
  const named = { identifier: identifierOf(there).display };
  return there.id === primaryId ? refuse('is-primary', named) : refuse('already-linked', named);
}
