import type { AccountId } from '../../shared/domain/account.ts';
import type { ChallengeId, Purpose } from '../../shared/domain/challenge.ts';
import { assertNever } from '../../shared/assert-never.ts';
import { ok, type Result } from '../../shared/errors.ts';
import type { StoredChallenge } from '../store/challenges.ts';
import { findByIdentifier } from '../store/accounts.ts';
import type { ReadDb, WriteTx } from '../store/database.ts';
import { dropTrial, findTrial, judgeTrial, type SubmitRefusal } from '../verification/submit.ts';
import { addProvenAccount, proveAccountAgain } from './attach.ts';
import { kindOf } from './kind.ts';
import { linkRefusal, type LinkRefusal } from './link.ts';
import { timestamp, type AccountParts } from './parts.ts';
import { proveAgainRefusal, type ProveAgainRefusal } from './prove-again.ts';
import { signInRefusal, type SignInRefusal } from './sign-in.ts';

type StandingRefusal = SignInRefusal | LinkRefusal | ProveAgainRefusal;

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
    const refusal = standing(tx, trial.value.challenge);
    if (refusal !== null) {
      dropTrial(tx, trial.value);
      return refusal;
    }
    const verified = judgeTrial(parts, tx, key, trial.value);
    return verified.ok ? ok(attach(parts, tx, verified.value)) : verified;
  });
}

/** Whether what the challenge is for is still of use. */
function standing(db: ReadDb, { purpose, identifier }: StoredChallenge): Result<never, StandingRefusal> | null {
  switch (purpose) {
    case 'sign-in':
      return signInRefusal(db);
    case 'link':
      return linkRefusal(db, identifier);
    case 'prove-again':
      return proveAgainRefusal(db, identifier);
    default:
      return assertNever(purpose);
  }
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
