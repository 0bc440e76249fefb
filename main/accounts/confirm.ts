import type { AccountId } from '../../shared/domain/account.ts';
import type { ChallengeId, Purpose } from '../../shared/domain/challenge.ts';
import { ok, type Result } from '../../shared/errors.ts';
import type { StoredChallenge } from '../store/challenges.ts';
import { findByIdentifier } from '../store/accounts.ts';
import type { WriteTx } from '../store/database.ts';
import { dropTrial, findTrial, judgeTrial, type SubmitRefusal } from '../verification/submit.ts';
import { addProvenAccount, proveAccountAgain } from './attach.ts';
import { kindOf } from './kind.ts';
import { timestamp, type AccountParts } from './parts.ts';
import { standingRefusal, type StandingRefusal } from './standing.ts';

/** What a right code brought. */
export interface Confirmed {
  accountId: AccountId;
  purpose: Purpose;
}

/**
 * Checks the code of a challenge and, if it is right, signs in or links: spent challenge, account, proof and activity
 * are one write, all or nothing (security: S3).
 */
export async function confirm(
  parts: AccountParts,
  input: { challengeId: ChallengeId; code: string },
): Promise<Result<Confirmed, SubmitRefusal | StandingRefusal>> {
  const key = await parts.codeKey;
  return parts.store.write((tx): Result<Confirmed, SubmitRefusal | StandingRefusal> => {
    const trial = findTrial(parts, tx, input);
    if (!trial.ok) return trial;
    const { purpose, identifier } = trial.value.challenge;
    const refusal = standingRefusal(tx, purpose, identifier);
    if (refusal !== null) {
      dropTrial(tx, trial.value);
      return refusal;
    }
    const verified = judgeTrial(parts, tx, key, trial.value);
    return verified.ok ? ok(attach(parts, tx, verified.value)) : verified;
  });
}

function attach(parts: AccountParts, tx: WriteTx, challenge: StoredChallenge): Confirmed {
  const { id: challengeId, purpose, identifier, identifierKind: kind, address, carrier } = challenge;
  const proof = { method: 'code', carrier, challengeId, provenAt: timestamp(parts) } as const;
  const there = purpose === 'prove-again' ? findByIdentifier(tx, identifier) : null;
  if (there !== null) {
    proveAccountAgain(parts, tx, there, proof);
    return { accountId: there.id, purpose };
  }
  const who = { identifier: { kind, value: identifier, address }, kind: kindOf(identifier) };
  return { accountId: addProvenAccount(parts, tx, { ...who, proof }), purpose };
}
