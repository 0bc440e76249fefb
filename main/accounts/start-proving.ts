import type { Challenge, Purpose } from '../../shared/domain/challenge.ts';
import type { ErrorCode, Result } from '../../shared/errors.ts';
import { parseIdentifier, type IdentifierRefusal } from '../identifiers/parse.ts';
import type { ReadDb } from '../store/database.ts';
import type { SendRefusal } from '../verification/send.ts';
import { startChallenge } from '../verification/workflow.ts';
import type { AccountParts } from './parts.ts';

/**
 * Reads what was typed and sends a code to it, unless `refusalOf` says, in the same write, that proving this identifier
 * (in normal form) is of no use now.
 */
export async function startProving<C extends ErrorCode>(
  parts: AccountParts,
  { purpose, typed }: { purpose: Purpose; typed: string },
  refusalOf: (db: ReadDb, identifier: string) => Result<never, C> | null,
): Promise<Result<never, C> | Result<Challenge, IdentifierRefusal | SendRefusal>> {
  const identifier = parseIdentifier(typed, parts.region());
  if (!identifier.ok) return identifier;
  const key = await parts.codeKey;
  return parts.store.write(
    (tx): Result<never, C> | Result<Challenge, SendRefusal> =>
      refusalOf(tx, identifier.value.value) ??
      startChallenge(parts, tx, key, { purpose, identifier: identifier.value }),
  );
}
