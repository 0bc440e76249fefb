import * as z from 'zod';
import { AccountId, CarrierName } from '../../shared/domain/account.ts';
import { ChallengeId } from '../../shared/domain/challenge.ts';
import type { ReadDb, WriteTx } from './database.ts';

const Row = z.object({
  id: z.string(),
  accountId: AccountId,
  method: z.enum(['code']),
  carrier: CarrierName,
  challengeId: ChallengeId.nullable(),
  provenAt: z.string(),
});

/** The lasting record of how an account was proven. */
export type StoredProof = z.infer<typeof Row>;

/** Every proof of every account that is not purged, oldest first. */
export function listProofs(db: ReadDb): StoredProof[] {
  const rows = db
    .query(
      `SELECT id, account_id AS accountId, method, carrier, challenge_id AS challengeId, proven_at AS provenAt
       FROM proofs ORDER BY proven_at, id`,
    )
    .all();
  return rows.map((row) => Row.parse(row));
}

export function addProof(tx: WriteTx, proof: StoredProof): void {
  tx.command(
    'INSERT INTO proofs (id, account_id, method, carrier, challenge_id, proven_at) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(proof.id, proof.accountId, proof.method, proof.carrier, proof.challengeId, proof.provenAt);
  tx.seal('proofs', proof.id);
  tx.touch('accounts');
}
