import type { Challenge } from '../../shared/domain/challenge.ts';
import { showIdentifier } from '../identifiers/show.ts';
import { listOpen, type StoredChallenge } from '../store/challenges.ts';
import type { ReadDb } from '../store/database.ts';
import { nextSend, sendLimit } from './limits.ts';
import { countsOf, type VerificationParts } from './parts.ts';
import { iso } from './trusted-time.ts';

/** An open challenge as the contract shows it. */
export function showChallenge(parts: VerificationParts, db: ReadDb, challenge: StoredChallenge): Challenge {
  const { id, purpose, carrier, state, failure, said, unsure, delivered, retryAt, sendNumber, triesLeft } = challenge;
  if (state !== 'sending' && state !== 'waiting' && state !== 'send-failed') {
    throw new Error(`A closed challenge is not shown: ${state}`);
  }
  const now = parts.time.now();
  const { sends, abroad } = countsOf(parts, db, challenge, now);
  const resendAt = Math.max(nextSend(sends), sendLimit(sends, now.trusted, abroad)?.retryAt ?? 0);
  const expiresAt = Math.min(Date.parse(challenge.expiresAt), now.wall + challenge.expiresTrusted - now.trusted);
  return {
    id,
    purpose,
    identifier: showIdentifier({
      kind: challenge.identifierKind,
      value: challenge.identifier,
      address: challenge.address,
    }),
    carrier,
    state,
    failure,
    said,
    unsure,
    delivered,
    retryAt,
    sendNumber,
    triesLeft,
    createdAt: challenge.createdAt,
    expiresAt: iso(expiresAt),
    resendAt: parts.time.shown(resendAt),
  };
}

/** The open challenges, newest first. */
export function showChallenges(parts: VerificationParts, db: ReadDb): Challenge[] {
  return listOpen(db).map((challenge) => showChallenge(parts, db, challenge));
}
