import * as z from 'zod';
import type { ReadDb, WriteTx } from './database.ts';

const Row = z.object({ sealed: z.instanceof(Uint8Array) });
const Named = z.object({
  owner: z.string(),
  purpose: z.string(),
  sealed: z.instanceof(Uint8Array).transform((bytes): Buffer => Buffer.from(bytes)),
});

/** Whose secret it is, and what it is for. An owner is an account's id or the name of a way. */
export interface SecretName {
  owner: string;
  purpose: SecretPurpose;
}

/** `password`: the secret of a set-up. The others: refresh tokens of an account, by what they allow. */
export type SecretPurpose = 'password' | 'graph-mail' | 'smtp-mail';

/** A sealed secret; null where there is none. */
export function findSecret(db: ReadDb, { owner, purpose }: SecretName): Buffer | null {
  const row = db.query('SELECT sealed FROM secrets WHERE owner = ? AND purpose = ?').get(owner, purpose);
  return row === undefined ? null : Buffer.from(Row.parse(row).sealed);
}

/** Every sealed secret. */
export function listSecrets(db: ReadDb): { owner: string; purpose: string; sealed: Buffer }[] {
  const rows = db.query('SELECT owner, purpose, sealed FROM secrets ORDER BY owner, purpose').all();
  return rows.map((row) => Named.parse(row));
}

/** Keeps a sealed secret in the place of the one there was. */
export function saveSecret(tx: WriteTx, { owner, purpose }: SecretName, sealed: Buffer): void {
  tx.command(
    `INSERT INTO secrets (owner, purpose, sealed) VALUES (?, ?, ?)
     ON CONFLICT (owner, purpose) DO UPDATE SET sealed = excluded.sealed`,
  ).run(owner, purpose, sealed);
}

export function deleteSecret(tx: WriteTx, { owner, purpose }: SecretName): void {
  tx.command('DELETE FROM secrets WHERE owner = ? AND purpose = ?').run(owner, purpose);
}

/** Deletes every secret of an account or a way. */
export function deleteSecretsOf(tx: WriteTx, owner: string): void {
  tx.command('DELETE FROM secrets WHERE owner = ?').run(owner);
}
