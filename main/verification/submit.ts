import type { ChallengeId } from '../../shared/domain/challenge.ts';
import { ok, refuse, type Result } from '../../shared/errors.ts';
import { findByIdentifier } from '../store/accounts.ts';
import { addActivity } from '../store/activity.ts';
import { findChallenge, listSuperseded, saveChallenge, type StoredChallenge } from '../store/challenges.ts';
import type { WriteTx } from '../store/database.ts';
import { addFailure, endFailureRun, failuresSince, takeBackFailure } from '../store/failures.ts';
import { apply } from './apply.ts';
import { hashCode, normalizeCode, sameHash } from './codes.ts';
import { DAY, sendLimit, tryLimit } from './limits.ts';
import { step } from './machine.ts';
import { countsOf, momentOf, type Counts, type VerificationParts } from './parts.ts';
import { iso, type Moment } from './trusted-time.ts';

/** Why a code does not verify a challenge. */
export type SubmitRefusal =
  | 'code-malformed'
  | 'code-wrong'
  | 'code-superseded'
  | 'challenge-expired'
  | 'challenge-locked'
  | 'challenge-closed'
  | 'too-many-tries';

/** A code on trial: it may be judged now, and nothing is counted yet. */
export interface Trial {
  challenge: StoredChallenge;
  code: string;
  now: Moment;
}

type TrialRefusal = Exclude<SubmitRefusal, 'code-wrong' | 'challenge-locked' | 'too-many-tries'>;

/** Finds the challenge that a code is for. What is typed wrongly, and what is closed already, costs no try. */
export function findTrial(
  parts: VerificationParts,
  tx: WriteTx,
  { challengeId, code: typed }: { challengeId: ChallengeId; code: string },
): Result<Trial, TrialRefusal> {
  const code = normalizeCode(typed);
  if (code === null) return refuse('code-malformed');
  const challenge = findChallenge(tx, challengeId);
  if (challenge === null) return refuse('challenge-closed');
  const now = momentOf(parts, tx);
  // Only looked at: what closes the challenge here is saved, a try is counted once it is judged.
  const { next, refusal } = step(challenge, { type: 'try' }, now);
  if (refusal === null) return ok({ challenge, code, now });
  if (next !== challenge) saveChallenge(tx, next);
  return refuse(refusal === 'challenge-locked' ? 'challenge-closed' : refusal);
}

/** Gives up a challenge whose proof would be of no use any more; no try is spent. */
export function dropTrial(tx: WriteTx, { challenge, now }: Trial): void {
  apply(tx, challenge, { type: 'cancel' }, now);
}

/**
 * Judges a code in the caller's write. Answers the verified challenge: what it proves belongs into the same write, so
 * that a code is never spent for nothing, and nothing is had without one (security: C3, S3).
 */
export function judgeTrial(
  parts: VerificationParts,
  tx: WriteTx,
  key: Buffer,
  { challenge, code, now }: Trial,
): Result<StoredChallenge, SubmitRefusal> {
  const counts = countsOf(parts, tx, challenge, now);
  const limit = tryLimit(counts.failures, now.trusted);
  if (limit !== null) {
    const retryAt = limit.retryAt === null ? null : parts.time.shown(limit.retryAt);
    return refuse('too-many-tries', { retryAt, scope: limit.scope });
  }
  // Counted first, compared then, in one write: no crash between them gives a try for nothing (security: C6).
  const counted = apply(tx, challenge, { type: 'try' }, now).next;
  const failure = addFailure(tx, { tag: counts.tag, at: now.trusted, outdated: now.trusted - DAY });
  const verdict = compare(tx, challenge, hashCode(key, challenge, code));
  const { next } = apply(tx, counted, { type: verdict }, now);
  if (verdict !== 'wrong') takeBackFailure(tx, counts.tag, failure);
  if (verdict === 'superseded') return refuse('code-superseded');
  if (verdict === 'right') {
    endFailureRun(tx, counts.tag);
    // It arrived, so nobody has to be asked whether it did.
    tx.afterCommit(() => parts.outbox.stop(challenge.identifier));
    return ok(next);
  }
  const about = { at: iso(now.wall), accountId: findByIdentifier(tx, challenge.identifier)?.id ?? null };
  addActivity(tx, { ...about, event: 'refused', detail: 'code-wrong' });
  if (next.state !== 'locked') return refuse('code-wrong', { triesLeft: next.triesLeft });
  addActivity(tx, { ...about, event: 'challenge-locked' });
  return refuse('challenge-locked', { retryAt: nextChallengeAt(parts, tx, counts, now) });
}

function compare(tx: WriteTx, challenge: StoredChallenge, hash: Buffer): 'right' | 'wrong' | 'superseded' {
  if (challenge.codeHash !== null && sameHash(challenge.codeHash, hash)) return 'right';
  return listSuperseded(tx, challenge.id).some((older) => sameHash(older, hash)) ? 'superseded' : 'wrong';
}

/** When a new challenge may be started; null where codes are closed for this identifier for good. */
function nextChallengeAt(parts: VerificationParts, tx: WriteTx, before: Counts, now: Moment): string | null {
  const { tag, sends, abroad } = before;
  const tries = tryLimit(failuresSince(tx, tag, now.trusted - DAY), now.trusted);
  if (tries !== null && tries.retryAt === null) return null;
  const send = sendLimit(sends, now.trusted, abroad);
  return parts.time.shown(Math.max(tries?.retryAt ?? 0, send?.retryAt ?? 0, now.trusted));
}
