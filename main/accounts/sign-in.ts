import type { Challenge } from '../../shared/domain/challenge.ts';
import { refuse, type Result } from '../../shared/errors.ts';
import { parseIdentifier, type IdentifierRefusal } from '../identifiers/parse.ts';
import { readAppState } from '../store/app-state.ts';
import type { ReadDb } from '../store/database.ts';
import type { SendRefusal } from '../verification/send.ts';
import { startChallenge } from '../verification/workflow.ts';
import type { AccountParts } from './parts.ts';

/** Why nobody can sign in, whatever code is typed. */
export type SignInRefusal = 'already-signed-in';
type StartRefusal = SignInRefusal | IdentifierRefusal | SendRefusal;

/** Starts the first sign-in: a code to the identifier that becomes the primary account's. */
export async function signIn(
  parts: AccountParts,
  { identifier: typed }: { identifier: string },
): Promise<Result<Challenge, StartRefusal>> {
  const identifier = parseIdentifier(typed, parts.region());
  if (!identifier.ok) return identifier;
  const key = await parts.codeKey;
  return parts.store.write(
    (tx): Result<Challenge, StartRefusal> =>
      signInRefusal(tx) ?? startChallenge(parts, tx, key, { purpose: 'sign-in', identifier: identifier.value }),
  );
}

/** Why nobody can sign in now; null where somebody can. */
export function signInRefusal(db: ReadDb): Result<never, SignInRefusal> | null {
  return readAppState(db).primaryId === null ? null : refuse('already-signed-in');
}
