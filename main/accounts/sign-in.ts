import type { Challenge } from '../../shared/domain/challenge.ts';
import { refuse, type Result } from '../../shared/errors.ts';
import type { IdentifierRefusal } from '../identifiers/parse.ts';
import { readAppState } from '../store/app-state.ts';
import type { ReadDb } from '../store/database.ts';
import type { ChallengeRefusal } from '../verification/workflow.ts';
import type { AccountParts } from './parts.ts';
import { startProving, type ProvingInput } from './start-proving.ts';

/** Why nobody can sign in, whatever code is typed. */
export type FirstSignInRefusal = 'already-signed-in';

/** Starts the first sign-in: a code to the identifier that becomes the primary account's. */
export function signIn(
  parts: AccountParts,
  { identifier, carrier }: ProvingInput,
): Promise<Result<Challenge, FirstSignInRefusal | IdentifierRefusal | ChallengeRefusal>> {
  return startProving(parts, { purpose: 'sign-in', typed: identifier, carrier }, firstSignInRefusal);
}

/** Why nobody can sign in now; null where somebody can. */
export function firstSignInRefusal(db: ReadDb): Result<never, FirstSignInRefusal> | null {
  return readAppState(db).primaryId === null ? null : refuse('already-signed-in');
}
