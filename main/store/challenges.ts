import * as z from 'zod';
import { IdentifierKind } from '../../shared/domain/account.ts';
import { ChallengeId, Purpose, SendFailure } from '../../shared/domain/challenge.ts';
import { CarrierName } from '../../shared/domain/names.ts';
import type { ReadDb, WriteTx } from './database.ts';

const Flag = z.int().transform((value) => value === 1);

const Row = z.object({
  id: ChallengeId,
  purpose: Purpose,
  identifier: z.string(),
  identifierKind: IdentifierKind,
  address: z.string(),
  carrier: CarrierName,
  state: z.enum(['sending', 'waiting', 'send-failed', 'verified', 'locked', 'expired', 'cancelled']),
  failure: SendFailure.nullable(),
  said: z.string().nullable(),
  unsure: Flag,
  delivered: Flag,
  retryAt: z.string().nullable(),
  codeHash: z
    .instanceof(Uint8Array)
    .transform((bytes): Buffer => Buffer.from(bytes))
    .nullable(),
  sendNumber: z.int(),
  triesLeft: z.int(),
  createdAt: z.string(),
  expiresAt: z.string(),
  expiresTrusted: z.int(),
  closedAt: z.string().nullable(),
});

/** A challenge as it is stored; `closedAt` is set once it is verified, locked, expired or cancelled. */
export type StoredChallenge = z.infer<typeof Row>;

const COLUMNS = `id, purpose, identifier, identifier_kind AS identifierKind, address, carrier, state, failure, said, unsure,
  delivered, retry_at AS retryAt, code_hash AS codeHash, send_number AS sendNumber, tries_left AS triesLeft, created_at AS createdAt,
  expires_at AS expiresAt, expires_trusted AS expiresTrusted, closed_at AS closedAt`;

/** The challenges that are open, newest first. */
export function listOpen(db: ReadDb): StoredChallenge[] {
  const rows = db.query(`SELECT ${COLUMNS} FROM challenges WHERE closed_at IS NULL ORDER BY created_at DESC, id`).all();
  return rows.map((row) => Row.parse(row));
}

/** A challenge by its id, open or closed. */
export function findChallenge(db: ReadDb, id: ChallengeId): StoredChallenge | null {
  return one(db.query(`SELECT ${COLUMNS} FROM challenges WHERE id = ?`).get(id));
}

/** The open challenge of an identifier; the schema allows one at most. */
export function findOpen(db: ReadDb, identifier: string): StoredChallenge | null {
  return one(db.query(`SELECT ${COLUMNS} FROM challenges WHERE identifier = ? AND closed_at IS NULL`).get(identifier));
}

/** Adds a challenge. Throws where its identifier has an open one. */
export function addChallenge(tx: WriteTx, challenge: StoredChallenge): void {
  tx.command(
    `INSERT INTO challenges (id, purpose, identifier, identifier_kind, address, carrier, state, failure, said, unsure,
       delivered, retry_at, code_hash, send_number, tries_left, created_at, expires_at, expires_trusted, closed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    challenge.id,
    challenge.purpose,
    challenge.identifier,
    challenge.identifierKind,
    challenge.address,
    challenge.carrier,
    ...changing(challenge),
    challenge.createdAt,
    challenge.expiresAt,
    challenge.expiresTrusted,
    challenge.closedAt,
  );
  tx.touch('challenges');
}

/** Writes what may change in a challenge. Closing it wipes its codes (security: C8). */
export function saveChallenge(tx: WriteTx, challenge: StoredChallenge): void {
  const rows = tx
    .command(
      `UPDATE challenges SET state = ?, failure = ?, said = ?, unsure = ?, delivered = ?, retry_at = ?, code_hash = ?,
         send_number = ?, tries_left = ?, expires_at = ?, expires_trusted = ?, closed_at = ? WHERE id = ?`,
    )
    .run(...changing(challenge), challenge.expiresAt, challenge.expiresTrusted, challenge.closedAt, challenge.id);
  if (rows !== 1) throw new Error(`One challenge was to change, ${rows} did`);
  if (challenge.closedAt !== null) dropSuperseded(tx, challenge.id);
  tx.touch('challenges');
}

/** The hashes of the codes that a newer one replaced. */
export function listSuperseded(db: ReadDb, id: ChallengeId): Buffer[] {
  const rows = db.query('SELECT code_hash AS hash FROM superseded_codes WHERE challenge_id = ?').all(id);
  return rows.map((row) => Buffer.from(Superseded.parse(row).hash));
}

const Superseded = z.object({ hash: z.instanceof(Uint8Array) });

/** Keeps the hash of a code that a newer one replaces. */
export function addSuperseded(tx: WriteTx, id: ChallengeId, hash: Buffer): void {
  tx.command('INSERT INTO superseded_codes (challenge_id, code_hash) VALUES (?, ?)').run(id, hash);
}

/** Forgets the replaced codes of a challenge. */
export function dropSuperseded(tx: WriteTx, id: ChallengeId): void {
  tx.command('DELETE FROM superseded_codes WHERE challenge_id = ?').run(id);
}

/** Deletes the closed challenges of an identifier. */
export function deleteClosedOf(tx: WriteTx, identifier: string): void {
  tx.command('DELETE FROM challenges WHERE identifier = ? AND closed_at IS NOT NULL').run(identifier);
}

/** Deletes the challenges that were closed before `time` (UTC, ISO 8601) and that no proof points at. */
export function deleteClosedBefore(tx: WriteTx, time: string): number {
  return tx
    .command(
      `DELETE FROM challenges WHERE closed_at < ?
         AND NOT EXISTS (SELECT 1 FROM proofs WHERE proofs.challenge_id = challenges.id)`,
    )
    .run(time);
}

function changing(challenge: StoredChallenge) {
  const { state, failure, said, unsure, delivered, retryAt, codeHash, sendNumber, triesLeft } = challenge;
  return [state, failure, said, unsure ? 1 : 0, delivered ? 1 : 0, retryAt, codeHash, sendNumber, triesLeft] as const;
}

function one(row: unknown): StoredChallenge | null {
  return row === undefined ? null : Row.parse(row);
}
