import { useEffect, useState } from 'react';

const secondsUntil = (until: string | null) =>
  until === null ? 0 : Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1000));

/** Whole seconds left until an instant (UTC ISO 8601), live; 0 when it has passed or is null. */
export function useSecondsUntil(until: string | null): number {
  const [seconds, setSeconds] = useState(() => secondsUntil(until));
  useEffect(() => {
    const left = secondsUntil(until);
    setSeconds(left);
    if (left === 0) return undefined;
    const timer = setInterval(() => {
      const now = secondsUntil(until);
      setSeconds(now);
      if (now === 0) clearInterval(timer);
    }, 1000);
    return () => clearInterval(timer);
  }, [until]);
  return seconds;
}
