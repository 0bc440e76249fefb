import { listOpen, type StoredChallenge } from '../store/challenges.ts';
import type { WriteTx } from '../store/database.ts';
import { apply } from '../verification/apply.ts';
import { momentOf } from '../verification/parts.ts';
import type { WayParts } from './parts.ts';

/** Gives up the open challenges that a change of ways makes useless, in the caller's write, and what is on its way to them. */
export function cancelOpen(parts: WayParts, tx: WriteTx, isUseless: (challenge: StoredChallenge) => boolean): void {
  for (const challenge of listOpen(tx).filter(isUseless)) {
    apply(tx, challenge, { type: 'cancel' }, momentOf(parts, tx));
    tx.afterCommit(() => parts.outbox.stop(challenge.identifier));
  }
}
