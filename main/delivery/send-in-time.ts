import type { Clock } from '../ports.ts';
import { timeLimit } from '../wait.ts';
import type { Carrier, Outcome, Parcel } from './carrier.ts';

/** The longest that one attempt at sending may take, in ms (security: D6). */
const LIMIT = 30_000;

/** Sends once; gives up with the parcel's signal, and after 30 s at the latest. */
export function sendInTime(clock: Clock, carrier: Carrier, parcel: Parcel): Promise<Outcome> {
  const { signal, end } = timeLimit(clock, LIMIT, parcel.signal);
  return carrier.send({ ...parcel, signal }).finally(end);
}
