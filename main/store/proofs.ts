import * as z from 'zod';
import { AccountId } from '../../shared/domain/account.ts';
import { ChallengeId } from '../../shared/domain/challenge.ts';
import { CarrierName } from '../../shared/domain/names.ts';
import type { ReadDb, WriteTx } from './database.ts';

const common = { id: z.string(), accountId: AccountId, provenAt: z.string() };

const Row = z.discriminatedUnion('method', [
  z.object({ ...common, method: z.literal('code'), carrier: CarrierName, challengeId: ChallengeId.nullable() }),
  z.object({
    ...common,
    method: z.literal('sign-in'),
    /** Who it is: the pair is never given to anybody else (OpenID Connect Core 1.0, section 5.7). */
    issuer: z.string(),
    subject: z.string(),
    /** Microsoft's ids of the organisation and of the person in it; null elsewhere. */
    tenant: z.string().nullable(),
    objectId: z.string().nullable(),
  }),
]);

/** The lasting record of how an account was proven. */
export type StoredProof = z.infer<typeof Row>;
/** A proof by sign-in. */
export type SignInProof = Extract<StoredProof, { method: 'sign-in' }>;

const COLUMNS = `id, account_id AS accountId, method, carrier, challenge_id AS challengeId, issuer, subject, tenant,
  object_id AS objectId, proven_at AS provenAt`;

/** Every proof of every account that is not purged, oldest first. */
export function listProofs(db: ReadDb): StoredProof[] {
  const rows = db.query(`SELECT ${COLUMNS} FROM proofs ORDER BY proven_at, id`).all();
  return rows.map((row) => Row.parse(row));
}

/** The sign-ins that prove one account, oldest first. */
export function listSignIns(db: ReadDb, account: AccountId): SignInProof[] {
  const rows = db
    .query(`SELECT ${COLUMNS} FROM proofs WHERE account_id = ? AND method = 'sign-in' ORDER BY proven_at, id`)
    .all(account);
  return rows.map((row) => Row.parse(row)).filter((proof) => proof.method === 'sign-in');
}

/** A person at an issuer. */
export type Person = Pick<SignInProof, 'issuer' | 'subject' | 'tenant' | 'objectId'>;

/**
 * The account that is there and was proven by a sign-in of this person; null where there is none. Microsoft's subjects
 * differ from one client id to the next, and its object ids do not (learn.microsoft.com: ID token claims reference).
 */
export function findByPerson(db: ReadDb, { issuer, subject, tenant, objectId }: Person): AccountId | null {
  const row = db
    .query(
      `SELECT account_id AS accountId FROM proofs JOIN accounts ON accounts.id = account_id
       WHERE issuer = ? AND (subject = ? OR (tenant = ? AND object_id = ?)) AND removed_at IS NULL LIMIT 1`,
    )
    .get(issuer, subject, tenant, objectId);
  return row === undefined ? null : Found.parse(row).accountId;
}

const Found = z.object({ accountId: AccountId });

export function addProof(tx: WriteTx, proof: StoredProof): void {
  const byCode = proof.method === 'code' ? proof : null;
  const bySignIn = proof.method === 'sign-in' ? proof : null;
  tx.command(
    `INSERT INTO proofs (id, account_id, method, carrier, challenge_id, issuer, subject, tenant, object_id, proven_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    proof.id,
    proof.accountId,
    proof.method,
    byCode?.carrier ?? null,
    byCode?.challengeId ?? null,
    bySignIn?.issuer ?? null,
    bySignIn?.subject ?? null,
    bySignIn?.tenant ?? null,
    bySignIn?.objectId ?? null,
    proof.provenAt,
  );
  tx.seal('proofs', proof.id);
  tx.touch('accounts');
}
