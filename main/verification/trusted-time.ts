import type { Clock } from '../ports.ts';

/** One moment, as both clocks tell it. */
export interface Moment {
  /** The wall clock, ms since 1970. */
  wall: number;
  /** Trusted time in ms: it never runs backwards, not even between two starts. */
  trusted: number;
}

/** Time for limits and expiry, from which setting the clock gains nothing (security: C10). */
export interface TrustedTime {
  now(): Moment;
  /** A trusted instant on the wall clock of now, as UTC ISO 8601, for showing. */
  shown(trusted: number): string;
}

/** Starts at the later of the wall clock and `stored` (the highest trusted time seen); from then on only ever grows. */
export function createTrustedTime(clock: Clock, stored: number): TrustedTime {
  const base = Math.max(clock.now(), stored);
  const start = clock.monotonic();
  const trusted = () => Math.floor(base + Math.max(0, clock.monotonic() - start));
  return {
    now: () => ({ wall: clock.now(), trusted: trusted() }),
    shown: (instant) => iso(clock.now() + instant - trusted()),
  };
}

/** Ms since 1970 as UTC, ISO 8601 with milliseconds. */
export function iso(ms: number): string {
  return new Date(ms).toISOString();
}
