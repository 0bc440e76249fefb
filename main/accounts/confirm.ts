import { AccountId } from '../../shared/domain/account.ts';
import type { ChallengeId, Purpose } from '../../shared/domain/challenge.ts';
import { ok, type Result } from '../../shared/errors.ts';
import { addAccount, listAccounts, nextPosition } from '../store/accounts.ts';
import { addActivity } from '../store/activity.ts';
import { readAppState, setPrimaryAndActive } from '../store/app-state.ts';
import type { StoredChallenge } from '../store/challenges.ts';
import type { ReadDb, WriteTx } from '../store/database.ts';
import { addProof } from '../store/proofs.ts';
import { dropTrial, findTrial, judgeTrial, type SubmitRefusal } from '../verification/submit.ts';
import { leastUsedColor } from './color.ts';
import { kindOf } from './kind.ts';
import { linkRefusal, type LinkRefusal } from './link.ts';
import { timestamp, type AccountParts } from './parts.ts';
import { signInRefusal, type SignInRefusal } from './sign-in.ts';

type StandingRefusal = SignInRefusal | LinkRefusal;

/** What a right code brought. */
export interface Confirmed {
  accountId: AccountId;
  purpose: Purpose;
}

/**
 * Checks the code of a challenge and, if it is right, signs in or links: spent challenge, account, proof and activity
 * are one write, all or nothing (security: S3).
 */
export async function confirm(
  parts: AccountParts,
  input: { challengeId: ChallengeId; code: string },
): Promise<Result<Confirmed, SubmitRefusal | StandingRefusal>> {
  const key = await parts.codeKey;
  return parts.store.write((tx): Result<Confirmed, SubmitRefusal | StandingRefusal> => {
    const trial = findTrial(parts, tx, input);
    if (!trial.ok) return trial;
    const refusal = standing(tx, trial.value.challenge);
    if (refusal !== null) {
      dropTrial(tx, trial.value);
      return refusal;
    }
    const verified = judgeTrial(parts, tx, key, trial.value);
    return verified.ok ? ok(attach(parts, tx, verified.value)) : verified;
  });
}

/** Whether what the challenge is for is still of use. */
function standing(db: ReadDb, { purpose, identifier }: StoredChallenge): Result<never, StandingRefusal> | null {
  return purpose === 'sign-in' ? signInRefusal(db) : linkRefusal(db, identifier);
}

function attach(parts: AccountParts, tx: WriteTx, challenge: StoredChallenge): Confirmed {
  const { purpose, identifier, identifierKind, address, carrier } = challenge;
  const id = AccountId.parse(parts.random.uuid());
  const at = timestamp(parts);
  const color = leastUsedColor(listAccounts(tx));
  const isFirst = readAppState(tx).primaryId === null;
  addAccount(tx, {
    id,
    identifier,
    identifierKind,
    address,
    color,
    name: '',
    kind: kindOf(identifier),
    position: nextPosition(tx),
    addedAt: at,
    lastUsedAt: isFirst ? at : null,
  });
  addProof(tx, {
    id: parts.random.uuid(),
    accountId: id,
    method: 'code',
    carrier,
    challengeId: challenge.id,
    provenAt: at,
  });
  if (isFirst) setPrimaryAndActive(tx, id, id);
  addActivity(tx, { at, event: isFirst ? 'signed-in' : 'linked', accountId: id });
  tx.afterCommit(() => parts.log.event('account-linked', { account: parts.tagOf(identifier), purpose }));
  return { accountId: id, purpose };
}
