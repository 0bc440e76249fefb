import { assertNever } from '../../shared/assert-never.ts';
import { refuse, type Result } from '../../shared/errors.ts';
import type { CarrierName } from '../../shared/domain/names.ts';
import { perMonthOf } from '../delivery/choose.ts';
import type { StoredChallenge } from '../store/challenges.ts';
import { findChallenge } from '../store/challenges.ts';
import type { ReadDb, WriteTx } from '../store/database.ts';
import { addSend, sendsBy } from '../store/sends.ts';
import { apply } from './apply.ts';
import { costLimit, MONTH, sendLimit, tryLimit } from './limits.ts';
import type { ChallengeEvent } from './machine.ts';
import type { SendNews } from './deliver.ts';
import { momentOf, type Counts, type VerificationParts } from './parts.ts';
import type { Moment } from './trusted-time.ts';

/** Why no code is sent. */
export type SendRefusal = 'resend-too-soon' | 'too-many-sends' | 'cost-cap-reached' | 'too-many-tries';

/** Whether a new code may be asked for; null where it may. */
export function sendRefusal(
  parts: Pick<VerificationParts, 'time'>,
  db: ReadDb,
  { counts, carrier, now }: { counts: Counts; carrier: CarrierName; now: Moment },
): Result<never, SendRefusal> | null {
  const { time } = parts;
  const tries = tryLimit(counts.failures, now.trusted);
  if (tries !== null) {
    const retryAt = tries.retryAt === null ? null : time.shown(tries.retryAt);
    return refuse('too-many-tries', { retryAt, scope: tries.scope });
  }
  return messageRefusal(parts, db, { counts, carrier, now });
}

/** Whether one more message may go out, whatever is in it; null where it may. */
export function messageRefusal(
  { time }: Pick<VerificationParts, 'time'>,
  db: ReadDb,
  { counts, carrier, now }: { counts: Counts; carrier: CarrierName; now: Moment },
): Result<never, Exclude<SendRefusal, 'too-many-tries'>> | null {
  const perMonth = perMonthOf(db, carrier);
  const cap = perMonth === null ? null : costLimit(sendsBy(db, carrier, now.trusted - MONTH), perMonth, now.trusted);
  if (cap !== null) return refuse('cost-cap-reached', { retryAt: time.shown(cap) });
  const limit = sendLimit(counts.sends, now.trusted, counts.abroad);
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
  countSend(tx, counts, challenge.carrier, now);
  tx.afterCommit(() => {
    parts.outbox.send(challenge, code, (news) => answered(parts, challenge, news));
  });
}

/** Counts one message against every limit, before it goes out. */
export function countSend(tx: WriteTx, { tag, abroad }: Counts, carrier: CarrierName, now: Moment): void {
  addSend(tx, { tag, at: now.trusted, abroad, carrier, outdated: now.trusted - MONTH });
}

function answered(parts: VerificationParts, challenge: StoredChallenge, news: SendNews): void {
  const { id, identifier, carrier, sendNumber } = challenge;
  const event = eventOf(news, sendNumber);
  const to = parts.tagOf(identifier);
  parts.log.event(`code-${event.type}`, { to, carrier, ...(event.type === 'failed' && { reason: event.reason }) });
  parts.store.write((tx) => {
    const challenge = findChallenge(tx, id);
    if (challenge !== null) apply(tx, challenge, event, momentOf(parts, tx));
  });
}

type SendAnswer = Extract<ChallengeEvent, { sendNumber: number }>;

function eventOf(news: SendNews, sendNumber: number): SendAnswer {
  switch (news.kind) {
    case 'not-sent':
      return { type: 'failed', sendNumber, reason: news.reason, said: news.said ?? null };
    case 'postponed':
      return { type: 'postponed', sendNumber, retryAt: news.retryAt, said: news.said ?? null };
    case 'undelivered':
      return { type: 'undelivered', sendNumber, said: news.said ?? null };
    case 'sent':
    case 'unsure':
    case 'delivered':
      return { type: news.kind, sendNumber };
    default:
      return assertNever(news);
  }
}
