import type { Challenge, Purpose } from '../../shared/domain/challenge.ts';
import type { CarrierName } from '../../shared/domain/names.ts';
import type { ErrorCode, Result } from '../../shared/errors.ts';
import { parseIdentifier, type IdentifierRefusal } from '../identifiers/parse.ts';
import type { ReadDb } from '../store/database.ts';
import { startChallenge, type ChallengeRefusal } from '../verification/workflow.ts';
import type { AccountParts } from './parts.ts';

/** Who is to be proven, and what takes the code: the best carrier that fits where it is not said. */
export interface ProvingInput {
  identifier: string;
  carrier?: CarrierName | undefined;
}

/**
 * Reads what was typed and sends a code to it, unless `refusalOf` says, in the same write, that proving this identifier
 * (in normal form) is of no use now.
 */
export async function startProving<C extends ErrorCode>(
  parts: AccountParts,
  { purpose, typed, carrier }: { purpose: Purpose; typed: string; carrier: CarrierName | undefined },
  refusalOf: (db: ReadDb, identifier: string) => Result<never, C> | null,
): Promise<Result<never, C> | Result<Challenge, IdentifierRefusal | ChallengeRefusal>> {
  const identifier = parseIdentifier(typed, parts.region());
  if (!identifier.ok) return identifier;
  const key = await parts.codeKey;
  return parts.store.write(
    (tx): Result<never, C> | Result<Challenge, ChallengeRefusal> =>
      refusalOf(tx, identifier.value.value) ??
      startChallenge(parts, tx, key, { purpose, identifier: identifier.value, carrier }),
  );
}
