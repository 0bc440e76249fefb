import { saveChallenge, type StoredChallenge } from '../store/challenges.ts';
import type { WriteTx } from '../store/database.ts';
import { step, type ChallengeEvent, type Step } from './machine.ts';
import type { Moment } from './trusted-time.ts';

/** Lets an event happen to a challenge in the caller's write: what comes of it is saved where it is anything. */
export function apply(tx: WriteTx, challenge: StoredChallenge, event: ChallengeEvent, now: Moment): Step {
  const stepped = step(challenge, event, now);
  if (stepped.next !== challenge) saveChallenge(tx, stepped.next);
  return stepped;
}
