import type { AccountId } from '../../shared/domain/account.ts';
import type { Challenge } from '../../shared/domain/challenge.ts';
import type { CarrierName } from '../../shared/domain/names.ts';
import { refuse, type Result } from '../../shared/errors.ts';
import { findByIdentifier } from '../store/accounts.ts';
import type { ReadDb } from '../store/database.ts';
import { startChallenge, type ChallengeRefusal } from '../verification/workflow.ts';
import { findPresent } from './change.ts';
import type { AccountParts } from './parts.ts';

/** Why an account cannot be proven again, whatever code is typed. */
export type ProveAgainRefusal = 'account-not-found';

/** Starts proving an account that is there once more: a code to its identifier. */
export async function proveAgain(
  parts: AccountParts,
  { accountId, carrier }: { accountId: AccountId; carrier?: CarrierName | undefined },
): Promise<Result<Challenge, ProveAgainRefusal | ChallengeRefusal>> {
  const key = await parts.codeKey;
  return parts.store.write((tx): Result<Challenge, ProveAgainRefusal | ChallengeRefusal> => {
    const account = findPresent(tx, accountId);
    if (account === null) return refuse('account-not-found');
    const identifier = { kind: account.identifierKind, value: account.identifier, address: account.address };
    return startChallenge(parts, tx, key, { purpose: 'prove-again', identifier, carrier });
  });
}

/** Why the account with this identifier (in normal form) cannot be proven again now; null where it can. */
export function proveAgainRefusal(db: ReadDb, identifier: string): Result<never, ProveAgainRefusal> | null {
  return findByIdentifier(db, identifier) === null ? refuse('account-not-found') : null;
}
