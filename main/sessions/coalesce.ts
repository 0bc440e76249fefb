import type { Clock } from '../ports.ts';

/** Runs an action at most every so many ms: at once where it may, else at the end of that time. */
export interface Coalesced {
  ask(): void;
  /** Runs what is still to run, now. */
  flush(): void;
  /** Drops what is still to run. */
  stop(): void;
}

/** `leading` runs the first one at once; without it each waits for the end of its time. */
export function coalesced(
  clock: Pick<Clock, 'after'>,
  { ms, leading }: { ms: number; leading: boolean },
  action: () => void,
): Coalesced {
  let callOff: (() => void) | null = null;
  let isDue = false;
  const begin = () => {
    callOff = clock.after(ms, () => {
      callOff = null;
      if (!isDue) return;
      run();
      if (leading) begin();
    });
  };
  const run = () => {
    isDue = false;
    action();
  };
  return {
    ask() {
      isDue = true;
      if (callOff !== null) return;
      if (leading) run();
      begin();
    },
    flush() {
      if (isDue) run();
    },
    stop() {
      callOff?.();
      callOff = null;
      isDue = false;
    },
  };
}
