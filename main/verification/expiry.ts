import { listOpen } from '../store/challenges.ts';
import type { VerificationParts } from './parts.ts';
import { expireChallenges } from './recover.ts';

/**
 * Closes challenges when their time is up, so that everyone who shows them hears of it. Time is judged anew whenever
 * something is asked; this timer only tells. Call what it returns to stop.
 */
export function watchExpiry(parts: VerificationParts): () => void {
  const { store, clock, time } = parts;
  let callOff: (() => void) | null = null;
  const plan = () => {
    callOff?.();
    const now = time.now();
    const next = Math.min(...listOpen(store.read).map((challenge) => remaining(challenge, now)));
    callOff = Number.isFinite(next) ? clock.after(Math.max(0, next), () => expire()) : null;
  };
  const expire = () => {
    expireChallenges(parts);
    plan();
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

function remaining(
  { expiresAt, expiresTrusted }: { expiresAt: string; expiresTrusted: number },
  now: { wall: number; trusted: number },
): number {
  return Math.min(expiresTrusted - now.trusted, Date.parse(expiresAt) - now.wall);
}
