import type { Clock } from '../../main/ports.ts';

/** A clock that stands still until a test moves it. */
export interface HeldClock extends Clock {
  /** Lets time pass on both clocks, and fires the timers that come due, each at its own time. */
  advance(ms: number): void;
  /** Moves the wall clock only, as a person or a time server does. */
  setWall(ms: number): void;
  /** Moves both clocks without firing a timer, as sleep does. */
  sleep(ms: number): void;
}

/** `wall` is where the wall clock starts, ms since 1970. */
export function heldClock(wall = Date.UTC(2026, 10, 23, 20)): HeldClock {
  let now = wall;
  let monotonic = 1_000;
  const timers = new Set<{ at: number; action: () => void }>();
  const pass = (ms: number) => {
    now += ms;
    monotonic += ms;
  };
  return {
    now: () => now,
    monotonic: () => monotonic,
    after(ms, action) {
      const timer = { at: monotonic + ms, action };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    setWall(ms) {
      now = ms;
    },
    sleep: pass,
    advance(ms) {
      const end = monotonic + ms;
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= end).toSorted((one, other) => one.at - other.at);
        if (next === undefined) break;
        timers.delete(next);
        pass(Math.max(0, next.at - monotonic));
        next.action();
      }
      pass(end - monotonic);
    },
  };
}
