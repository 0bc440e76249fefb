import type { Outcome } from '../delivery/carrier.ts';

/** Between two attempts where the server names no time, in ms: greylisting ends after some minutes at most (RFC 6647). */
const DELAYS = [15_000, 30_000, 60_000, 120_000, 240_000];
/** A code that is sent again has to be of use for this long, in ms. */
const USEFUL = 60_000;

/**
 * How long to wait before a code is tried again, in ms; null where it is not: it was sent, or handed over (security: D3),
 * or refused for good, or it would be too late. `attempts` counts those made, `left` is what remains of the code's life.
 */
export function retryDelay(outcome: Outcome, attempts: number, left: number): number | null {
  if (outcome.kind !== 'not-sent' || outcome.retry === undefined) return null;
  const planned = DELAYS[attempts - 1];
  if (planned === undefined) return null;
  const delay = Math.max(planned, outcome.retry.after ?? 0);
  return delay + USEFUL <= left ? delay : null;
}
