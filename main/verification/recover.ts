import { deleteClosedBefore, dropSuperseded, listOpen, saveChallenge } from '../store/challenges.ts';
import type { StoredChallenge } from '../store/challenges.ts';
import type { WriteTx } from '../store/database.ts';
import { apply } from './apply.ts';
import { isUnder } from './codes.ts';
import { DAY } from './limits.ts';
import { step } from './machine.ts';
import { momentOf, type VerificationParts } from './parts.ts';
import { iso } from './trusted-time.ts';

/** At start: what was being sent was interrupted, what is overdue has expired, and what ended long ago goes. */
export function recoverChallenges(parts: VerificationParts): void {
  parts.store.write((tx) => {
    const now = momentOf(parts, tx);
    for (const challenge of listOpen(tx)) {
      apply(tx, challenge, { type: challenge.state === 'sending' ? 'interrupted' : 'look' }, now);
    }
    deleteClosedBefore(tx, iso(now.wall - DAY));
  });
}

/** Codes that were made under another key can no longer be checked: they have to be sent anew. */
export async function recoverCodes(parts: VerificationParts): Promise<void> {
  const key = await parts.codeKey;
  const isLost = ({ codeHash }: StoredChallenge) => codeHash !== null && !isUnder(key, codeHash);
  if (!listOpen(parts.store.read).some(isLost)) return;
  parts.store.write((tx) => {
    const now = momentOf(parts, tx);
    for (const challenge of listOpen(tx).filter(isLost)) {
      forget(tx, step(challenge, { type: 'interrupted' }, now).next);
    }
  });
}

function forget(tx: WriteTx, challenge: StoredChallenge): void {
  dropSuperseded(tx, challenge.id);
  saveChallenge(tx, { ...challenge, codeHash: null });
}
