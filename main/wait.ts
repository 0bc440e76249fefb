import type { Clock } from './ports.ts';

/** Waits for `ms`, or until it is given up. */
export function wait(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      callOff();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const callOff = clock.after(ms, end);
    signal.addEventListener('abort', end);
  });
}

/** A signal that is given up with `signal`, and after `ms` at the latest; call `end` once it is of no use any more. */
export function timeLimit(clock: Clock, ms: number, signal: AbortSignal): { signal: AbortSignal; end: () => void } {
  const late = new AbortController();
  const end = clock.after(ms, () => late.abort());
  return { signal: AbortSignal.any([signal, late.signal]), end };
}
