import type { Challenge } from '../../shared/domain/challenge.ts';
import { refuse, type Result } from '../../shared/errors.ts';
import { parseIdentifier, type IdentifierRefusal } from '../identifiers/parse.ts';
import { findByIdentifier } from '../store/accounts.ts';
import { readAppState } from '../store/app-state.ts';
import type { ReadDb } from '../store/database.ts';
import type { SendRefusal } from '../verification/send.ts';
import { startChallenge } from '../verification/workflow.ts';
import { identifierOf, type AccountParts } from './parts.ts';

/** Why an identifier cannot be linked, whatever code is typed. */
export type LinkRefusal = 'not-signed-in' | 'already-linked' | 'is-primary';
type StartRefusal = LinkRefusal | IdentifierRefusal | SendRefusal;

/** Starts linking another account: a code to its identifier. */
export async function link(
  parts: AccountParts,
  { identifier: typed }: { identifier: string },
): Promise<Result<Challenge, StartRefusal>> {
  const identifier = parseIdentifier(typed, parts.region());
  if (!identifier.ok) return identifier;
  const key = await parts.codeKey;
  return parts.store.write(
    (tx): Result<Challenge, StartRefusal> =>
      linkRefusal(tx, identifier.value.value) ??
      startChallenge(parts, tx, key, { purpose: 'link', identifier: identifier.value }),
  );
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
