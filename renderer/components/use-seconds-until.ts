import { useEffect, useEffectEvent, useReducer } from 'react';

const msUntil = (until: string | null) => (until === null ? 0 : Math.max(0, Date.parse(until) - Date.now()));

/** Whole seconds left until an instant (UTC ISO 8601), live; 0 when it has passed or is null. `onOver` is called when it passes. */
export function useSecondsUntil(until: string | null, onOver?: () => void): number {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const over = useEffectEvent(() => onOver?.());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = () => {
      // To the next whole second, so that the last one is not shown for longer than it lasts.
      timer = setTimeout(next, msUntil(until) % 1000 || 1000);
    };
    const next = () => {
      redraw();
      if (msUntil(until) > 0) wait();
      else over();
    };
    if (msUntil(until) > 0) wait();
    return () => clearTimeout(timer);
  }, [until]);
  return Math.ceil(msUntil(until) / 1000);
}
