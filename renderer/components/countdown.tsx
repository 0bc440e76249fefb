import { duration } from '../words/en.ts';
import { useSecondsUntil } from './use-seconds-until.ts';

/**
 * `in 0:27`, live, until an instant (UTC ISO 8601); nothing once it has passed.
 * A timer is not read out each second; whoever shows it announces the end where that matters.
 */
export function Countdown({ until }: { until: string }) {
  const seconds = useSecondsUntil(until);
  return seconds > 0 ? <span role="timer">in {duration(seconds)}</span> : null;
}
