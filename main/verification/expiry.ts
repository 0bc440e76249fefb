import { incidentId } from '../log.ts';
import { listOpen, type StoredChallenge } from '../store/challenges.ts';
import { apply } from './apply.ts';
import { momentOf, type VerificationParts } from './parts.ts';
import type { Moment } from './trusted-time.ts';

type ExpiryParts = Pick<VerificationParts, 'store' | 'clock' | 'time' | 'log' | 'random'>;

/**
 * Closes challenges when their time is up, so that everyone who shows them hears of it. Time is judged anew whenever
 * something is asked; this timer only tells. Call what it returns to stop.
 */
export function watchExpiry(parts: ExpiryParts): () => void {
  const { store, clock, time, log, random } = parts;
  let callOff: (() => void) | null = null;
  const plan = () => {
    callOff?.();
    const now = time.now();
    const next = Math.min(...listOpen(store.read).map((challenge) => remaining(challenge, now)));
    callOff = Number.isFinite(next) ? clock.after(Math.max(0, next), expire) : null;
  };
  const expire = () => {
    try {
      closeOverdue(parts);
      plan();
    } catch (error) {
      // Nothing is lost: whoever asks for them judges the time anew, and the next change of a challenge plans again.
      log.fault(incidentId(random), error);
    }
  };
  const stop = store.onCommit(({ topics }) => {
    if (topics.includes('challenges')) plan();
  });
  plan();
  return () => {
    stop();
    callOff?.();
  };
}

function closeOverdue(parts: ExpiryParts): void {
  parts.store.write((tx) => {
    const now = momentOf(parts, tx);
    for (const challenge of listOpen(tx)) apply(tx, challenge, { type: 'look' }, now);
  });
}

function remaining({ expiresAt, expiresTrusted }: StoredChallenge, now: Moment): number {
  return Math.min(expiresTrusted - now.trusted, Date.parse(expiresAt) - now.wall);
}
