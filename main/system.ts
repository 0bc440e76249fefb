import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { uptime } from 'node:os';
import type { Clock, Random } from './ports.ts';

/** The longest delay a timer takes; beyond it Node fires at once. */
const LONGEST_DELAY = 2 ** 31 - 1;

/**
 * Ms since the computer started. On Linux `performance.now()` stands still during sleep, so there the system's uptime
 * is read (10 ms steps); on macOS and Windows it is the other way round: uptime follows the wall clock or is as good.
 */
function sinceStart(): number {
  return process.platform === 'linux' ? uptime() * 1000 : performance.now();
}

/** The computer's own time. */
export function createSystemClock(): Clock {
  let latest = 0;
  return {
    now: () => Date.now(),
    monotonic: () => (latest = Math.max(latest, sinceStart())),
    after(ms, action) {
      const timer = setTimeout(action, Math.min(Math.max(ms, 0), LONGEST_DELAY));
      return () => clearTimeout(timer);
    },
  };
}

/** Randomness of the operating system (security: C1). */
export function createSystemRandom(): Random {
  return {
    bytes: (count) => randomBytes(count),
    integer: (limit) => randomInt(limit),
    uuid: () => randomUUID(),
  };
}
