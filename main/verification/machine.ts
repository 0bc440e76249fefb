import { assertNever } from '../../shared/assert-never.ts';
import type { SendFailure } from '../../shared/domain/challenge.ts';
import type { StoredChallenge } from '../store/challenges.ts';
import { TRIES_PER_CHALLENGE } from './limits.ts';
import { iso, type Moment } from './trusted-time.ts';

/** How long a code lives, in ms (security: C2). */
export const CODE_LIFETIME = 10 * 60_000;

/** What can happen to a challenge. `sendNumber` tells the answer to this code's sending from a late one. */
export type ChallengeEvent =
  | { type: 'sent' | 'unsure'; sendNumber: number }
  | { type: 'failed'; sendNumber: number; reason: SendFailure; said: string | null }
  /** The server asked to wait; it is tried again at `retryAt`, ms on the wall clock. */
  | { type: 'postponed'; sendNumber: number; retryAt: number; said: string | null }
  /** What the provider reported later of a code that was sent. */
  | { type: 'delivered'; sendNumber: number }
  | { type: 'undelivered'; sendNumber: number; said: string | null }
  /** A try is counted; what came of it follows as `right`, `wrong` or `superseded`. */
  | { type: 'try' }
  | { type: 'right' | 'wrong' | 'superseded' }
  | { type: 'resend'; codeHash: Buffer }
  | { type: 'cancel' }
  /** The app stopped while the code was sent, or the key of its hash is gone: only a new code goes on. */
  | { type: 'interrupted' }
  /** Nothing but the passing of time. */
  | { type: 'look' };

/** Why an event changes nothing, or too late. */
export type MachineRefusal = 'challenge-expired' | 'challenge-locked' | 'challenge-closed' | 'code-superseded';

/** What comes of an event: the challenge as it is then, and the refusal to answer with where there is one. */
export interface Step {
  next: StoredChallenge;
  refusal: MachineRefusal | null;
}

type NewChallenge = Pick<
  StoredChallenge,
  'id' | 'purpose' | 'identifier' | 'identifierKind' | 'address' | 'carrier' | 'codeHash'
>;

/** A challenge whose first code is about to be sent. */
export function openChallenge(challenge: NewChallenge, now: Moment): StoredChallenge {
  return {
    ...challenge,
    ...freshCode(now),
    state: 'sending',
    ...unanswered,
    sendNumber: 1,
    triesLeft: TRIES_PER_CHALLENGE,
    createdAt: iso(now.wall),
    closedAt: null,
  };
}

/** The transition function of the verification workflow: no clock, store, randomness or promise in it. */
export function step(challenge: StoredChallenge, event: ChallengeEvent, now: Moment): Step {
  if (challenge.closedAt !== null) return { next: challenge, refusal: closedRefusal(challenge, event) };
  if (isOverdue(challenge, now)) return { next: close(challenge, 'expired', now), refusal: expiredRefusal(event) };
  switch (event.type) {
    case 'sent':
    case 'unsure':
    case 'failed':
    case 'postponed':
    case 'delivered':
    case 'undelivered':
      return { next: answered(challenge, event), refusal: null };
    case 'try':
      // No code of a failed send counts, and guessing at none costs nothing.
      if (challenge.state === 'send-failed') return { next: challenge, refusal: 'code-superseded' };
      return { next: { ...challenge, triesLeft: challenge.triesLeft - 1 }, refusal: null };
    case 'right':
      return { next: close({ ...challenge, triesLeft: challenge.triesLeft + 1 }, 'verified', now), refusal: null };
    case 'superseded':
      return { next: { ...challenge, triesLeft: challenge.triesLeft + 1 }, refusal: 'code-superseded' };
    case 'wrong':
      if (challenge.triesLeft > 0) return { next: challenge, refusal: null };
      return { next: close(challenge, 'locked', now), refusal: 'challenge-locked' };
    case 'resend':
      return { next: resent(challenge, event.codeHash, now), refusal: null };
    case 'interrupted':
      return { next: { ...challenge, state: 'send-failed', ...unanswered, failure: 'interrupted' }, refusal: null };
    case 'cancel':
      return { next: close(challenge, 'cancelled', now), refusal: null };
    case 'look':
      return { next: challenge, refusal: null };
    default:
      return assertNever(event);
  }
}

/** Whether a challenge's time is up: by the wall clock or by trusted time, whichever says so first. */
function isOverdue(challenge: StoredChallenge, now: Moment): boolean {
  return now.trusted >= challenge.expiresTrusted || now.wall >= Date.parse(challenge.expiresAt);
}

type SendAnswer = Extract<ChallengeEvent, { sendNumber: number }>;

function answered(challenge: StoredChallenge, event: SendAnswer): StoredChallenge {
  const about = event.type === 'delivered' || event.type === 'undelivered' ? 'waiting' : 'sending';
  if (challenge.state !== about || challenge.sendNumber !== event.sendNumber) return challenge;
  switch (event.type) {
    case 'sent':
    case 'unsure':
      return { ...challenge, ...unanswered, state: 'waiting', unsure: event.type === 'unsure' };
    case 'postponed':
      return { ...challenge, retryAt: iso(event.retryAt), said: event.said };
    case 'delivered':
      return { ...challenge, delivered: true, unsure: false };
    case 'failed':
    case 'undelivered': {
      const failure = event.type === 'failed' ? event.reason : 'undelivered';
      return { ...challenge, ...unanswered, state: 'send-failed', failure, said: event.said };
    }
    default:
      return assertNever(event);
  }
}

/** What is known of a send that no server has answered yet. */
const unanswered = { failure: null, said: null, unsure: false, delivered: false, retryAt: null } as const;

function resent(challenge: StoredChallenge, codeHash: Buffer, now: Moment): StoredChallenge {
  const { sendNumber } = challenge;
  return {
    ...challenge,
    ...freshCode(now),
    codeHash,
    ...unanswered,
    state: 'sending',
    sendNumber: sendNumber + 1,
  };
}

function close(challenge: StoredChallenge, state: StoredChallenge['state'], now: Moment): StoredChallenge {
  return { ...challenge, state, failure: null, said: null, retryAt: null, codeHash: null, closedAt: iso(now.wall) };
}

function freshCode(now: Moment) {
  return { expiresAt: iso(now.wall + CODE_LIFETIME), expiresTrusted: now.trusted + CODE_LIFETIME };
}

/** Late answers of a carrier, cancelling and looking are no refusal on a closed challenge. */
function closedRefusal(challenge: StoredChallenge, event: ChallengeEvent): MachineRefusal | null {
  if (expiredRefusal(event) === null) return null;
  return challenge.state === 'expired' ? 'challenge-expired' : 'challenge-closed';
}

function expiredRefusal(event: ChallengeEvent): MachineRefusal | null {
  return event.type === 'try' || event.type === 'resend' ? 'challenge-expired' : null;
}
