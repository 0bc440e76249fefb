import { ChallengeId, type Challenge, type Purpose } from '../../shared/domain/challenge.ts';
import { ok, refuse, type Result, type Done } from '../../shared/errors.ts';
import type { CarrierName } from '../../shared/domain/names.ts';
import { carriersFor } from '../delivery/choose.ts';
import type { ParsedIdentifier } from '../identifiers/parse.ts';
import { addChallenge, addSuperseded, findChallenge, findOpen, saveChallenge } from '../store/challenges.ts';
import type { StoredChallenge } from '../store/challenges.ts';
import type { WriteTx } from '../store/database.ts';
import { apply } from './apply.ts';
import { hashCode, makeCode } from './codes.ts';
import { openChallenge, step } from './machine.ts';
import { countsOf, momentOf, type VerificationParts } from './parts.ts';
import { sendCode, sendRefusal, type SendRefusal } from './send.ts';
import { showChallenge } from './show.ts';
import type { Moment } from './trusted-time.ts';

/** What somebody wants to prove. */
export interface Wish {
  purpose: Purpose;
  identifier: ParsedIdentifier;
  /** What takes the code; the best one that fits where it is not said. */
  carrier: CarrierName | undefined;
}

/** Why no challenge is started. */
export type ChallengeRefusal = SendRefusal | 'carrier-off';

/**
 * Starts proving an identifier in the caller's write: sends a code once that is on disk, or resumes the open challenge
 * of the same purpose and carrier without sending.
 */
export function startChallenge(
  parts: VerificationParts,
  tx: WriteTx,
  key: Buffer,
  { purpose, identifier, carrier: wished }: Wish,
): Result<Challenge, ChallengeRefusal> {
  const now = momentOf(parts, tx);
  const fitting = carriersFor(tx, identifier.kind);
  const carrier = wished ?? fitting[0];
  if (!fitting.includes(carrier)) return refuse('carrier-off');
  const open = openNow(tx, identifier.value, now);
  if (open?.purpose === purpose && open.carrier === carrier) return ok(showChallenge(parts, tx, open));
  const who = { identifier: identifier.value, identifierKind: identifier.kind, address: identifier.address };
  const counts = countsOf(parts, tx, who, now);
  const refusal = sendRefusal(parts, tx, { counts, carrier, now });
  if (refusal !== null) return refusal;
  if (open !== null) apply(tx, open, { type: 'cancel' }, now);
  const code = makeCode(parts.random);
  const bound = { ...who, id: newId(parts), purpose, carrier };
  const challenge = openChallenge({ ...bound, codeHash: hashCode(key, bound, code) }, now);
  addChallenge(tx, challenge);
  sendCode(parts, tx, { challenge, code, counts, now });
  return ok(showChallenge(parts, tx, challenge));
}

type ResendRefusal = 'challenge-expired' | 'challenge-closed' | 'carrier-off' | SendRefusal;

/** Replaces the code of an open challenge by a new one; the older ones no longer count. */
export async function resendCode(parts: VerificationParts, id: ChallengeId): Promise<Result<Challenge, ResendRefusal>> {
  const key = await parts.codeKey;
  return parts.store.write((tx): Result<Challenge, ResendRefusal> => {
    const challenge = findChallenge(tx, id);
    if (challenge === null) return refuse('challenge-closed');
    const now = momentOf(parts, tx);
    const code = makeCode(parts.random);
    const { next, refusal } = step(challenge, { type: 'resend', codeHash: hashCode(key, challenge, code) }, now);
    if (refusal !== null) {
      if (next !== challenge) saveChallenge(tx, next);
      return refuse(refusal === 'challenge-expired' ? refusal : 'challenge-closed');
    }
    const counts = countsOf(parts, tx, challenge, now);
    const { carrier } = challenge;
    if (!carriersFor(tx, challenge.identifierKind).includes(carrier)) return refuse('carrier-off');
    const limit = sendRefusal(parts, tx, { counts, carrier, now });
    if (limit !== null) return limit;
    if (challenge.codeHash !== null) addSuperseded(tx, id, challenge.codeHash);
    saveChallenge(tx, next);
    sendCode(parts, tx, { challenge: next, code, counts, now });
    return ok(showChallenge(parts, tx, next));
  });
}

/** Gives an open challenge up; one that is closed or unknown stays as it is. */
export function cancelChallenge(parts: VerificationParts, id: ChallengeId): Result<Done, never> {
  parts.store.write((tx) => {
    const challenge = findChallenge(tx, id);
    if (challenge === null) return;
    const { next } = apply(tx, challenge, { type: 'cancel' }, momentOf(parts, tx));
    if (next !== challenge) tx.afterCommit(() => parts.outbox.stop(challenge.identifier));
  });
  return ok({});
}

/** The open challenge of an identifier; one that is overdue is closed on the way. */
function openNow(tx: WriteTx, identifier: string, now: Moment): StoredChallenge | null {
  const found = findOpen(tx, identifier);
  if (found === null) return null;
  const { next } = apply(tx, found, { type: 'look' }, now);
  return next.closedAt === null ? next : null;
}

function newId({ random }: VerificationParts): ChallengeId {
  return ChallengeId.parse(random.uuid());
}
