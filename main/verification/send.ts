import { refuse, type Result } from '../../shared/errors.ts';
import type { Outcome } from '../delivery/carrier.ts';
import type { StoredChallenge } from '../store/challenges.ts';
import { findChallenge } from '../store/challenges.ts';
import type { WriteTx } from '../store/database.ts';
import { addSend } from '../store/sends.ts';
import { apply } from './apply.ts';
import { DAY, sendLimit, tryLimit } from './limits.ts';
import type { ChallengeEvent } from './machine.ts';
import { momentOf, type Counts, type VerificationParts } from './parts.ts';
import type { Moment } from './trusted-time.ts';

/** Why no code is sent. */
export type SendRefusal = 'resend-too-soon' | 'too-many-sends' | 'too-many-tries';

/** Whether a new code may be asked for; null where it may. */
export function sendRefusal(
  { time }: VerificationParts,
  { failures, sends, abroad }: Counts,
  now: Moment,
): Result<never, SendRefusal> | null {
  const tries = tryLimit(failures, now.trusted);
  if (tries !== null) {
    const retryAt = tries.retryAt === null ? null : time.shown(tries.retryAt);
    return refuse('too-many-tries', { retryAt, scope: tries.scope });
  }
  const limit = sendLimit(sends, now.trusted, abroad);
  if (limit === null) return null;
  const retryAt = time.shown(limit.retryAt);
  return limit.kind === 'too-soon'
    ? refuse('resend-too-soon', { retryAt })
    : refuse('too-many-sends', { retryAt, scope: limit.scope });
}

/** Counts a send in the caller's write, and makes it once that is on disk. */
export function sendCode(
  parts: VerificationParts,
  tx: WriteTx,
  { challenge, code, counts, now }: { challenge: StoredChallenge; code: string; counts: Counts; now: Moment },
): void {
  addSend(tx, { tag: counts.tag, at: now.trusted, abroad: counts.abroad, outdated: now.trusted - DAY });
  tx.afterCommit(() => {
    parts.outbox.send(challenge, code, (outcome) => answered(parts, challenge, outcome));
  });
}

function answered(parts: VerificationParts, { id, identifier, sendNumber }: StoredChallenge, outcome: Outcome): void {
  const event = eventOf(outcome, sendNumber);
  const to = parts.tagOf(identifier);
  if (event.type === 'failed') parts.log.event('code-not-sent', { to, reason: event.reason });
  else parts.log.event(event.type === 'sent' ? 'code-sent' : 'code-unsure', { to });
  parts.store.write((tx) => {
    const challenge = findChallenge(tx, id);
    if (challenge !== null) apply(tx, challenge, event, momentOf(parts, tx));
  });
}

type SendAnswer = Extract<ChallengeEvent, { sendNumber: number }>;

function eventOf(outcome: Outcome, sendNumber: number): SendAnswer {
  if (outcome.kind === 'not-sent') return { type: 'failed', sendNumber, reason: outcome.reason };
  return { type: outcome.kind, sendNumber };
}
