import type { Clock } from '../ports.ts';

/** An action that is asked for often and done now and then. */
export interface Paced {
  ask(): void;
  /** Calls off what was asked for and not yet done. */
  stop(): void;
}

/** Does `action` when it is asked for: at once, but not again before `ms` are over; what is asked for meanwhile is done then, once. */
export function atMostEvery(clock: Clock, ms: number, action: () => void): Paced {
  let isAsked = false;
  let callOff: (() => void) | null = null;
  const run = () => {
    isAsked = false;
    callOff = clock.after(ms, () => {
      callOff = null;
      if (isAsked) run();
    });
    action();
  };
  return {
    ask() {
      if (callOff === null) run();
      else isAsked = true;
    },
    stop() {
      callOff?.();
      callOff = null;
    },
  };
}
