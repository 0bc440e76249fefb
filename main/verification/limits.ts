import type { ErrorParams } from '../../shared/errors.ts';
import type { FailureTimes } from '../store/failures.ts';
import type { SendTimes } from '../store/sends.ts';

const HOUR = 3_600_000;
/** In ms, as all windows here. */
export const DAY = 24 * HOUR;

/** What a cost cap counts over, in ms: 30 days. */
export const MONTH = 30 * DAY;

/** Tries of one challenge; a resend does not refill them. */
export const TRIES_PER_CHALLENGE = 5;
/** Between two codes for one identifier, in ms. */
const SEND_INTERVAL = 30_000;

const IN_A_ROW_MAX = 100;
const FAILURES = { identifier: { max: 10, window: DAY }, installation: { max: 30, window: DAY } } as const;
const SENDS = {
  identifierHour: { max: 5, window: HOUR },
  identifierDay: { max: 20, window: DAY },
  installation: { max: 60, window: DAY },
  abroad: { max: 10, window: DAY },
} as const;

/** A limit that holds until `retryAt` (trusted ms), or for good where that is null. */
export interface TryLimit {
  retryAt: number | null;
  scope: ErrorParams['too-many-tries']['scope'];
}

/** Why no code can be sent before `retryAt` (trusted ms). */
export type SendLimit =
  | { kind: 'too-soon'; retryAt: number }
  | { kind: 'too-many'; retryAt: number; scope: ErrorParams['too-many-sends']['scope'] };

/** Whether another code may be tried at `now` (trusted ms); null where it may (security: C5). */
export function tryLimit(failures: FailureTimes, now: number): TryLimit | null {
  if (failures.inARow >= IN_A_ROW_MAX) return { retryAt: null, scope: 'identifier' };
  const identifier = freeAt(failures.ofIdentifier, FAILURES.identifier, now);
  const installation = freeAt(failures.ofInstallation, FAILURES.installation, now);
  const retryAt = Math.max(identifier, installation);
  if (retryAt <= now) return null;
  return { retryAt, scope: identifier >= installation ? 'identifier' : 'installation' };
}

/** Whether another code may be sent at `now` (trusted ms); null where it may (security: C9). */
export function sendLimit(sends: SendTimes, now: number, abroad: boolean): SendLimit | null {
  const many = (
    [
      ['identifier', freeAt(sends.ofIdentifier, SENDS.identifierHour, now)],
      ['identifier', freeAt(sends.ofIdentifier, SENDS.identifierDay, now)],
      ['installation', freeAt(sends.ofInstallation, SENDS.installation, now)],
      ['abroad', abroad ? freeAt(sends.abroad, SENDS.abroad, now) : now],
    ] as const
  ).reduce((last, next) => (next[1] > last[1] ? next : last));
  if (many[1] > now) return { kind: 'too-many', retryAt: many[1], scope: many[0] };
  const next = nextSend(sends);
  return next > now ? { kind: 'too-soon', retryAt: next } : null;
}

/** Until when a carrier's cost cap holds (trusted ms); null where it has room (security: D9). */
export function costLimit(sends: readonly number[], max: number, now: number): number | null {
  const retryAt = freeAt(sends, { max, window: MONTH }, now);
  return retryAt > now ? retryAt : null;
}

/** From when the interval between two codes allows the next one, in trusted ms. */
export function nextSend(sends: SendTimes): number {
  return (sends.ofIdentifier.at(-1) ?? -SEND_INTERVAL) + SEND_INTERVAL;
}

/** When fewer than `max` of `times` (oldest first) lie within `window` before: `now` where that is so already. */
function freeAt(times: readonly number[], { max, window }: { max: number; window: number }, now: number): number {
  const blocking = times.filter((time) => time > now - window).at(-max);
  return blocking === undefined ? now : blocking + window;
}
