import * as z from 'zod';
import type { ReadDb, WriteTx } from './database.ts';

/** `password`: the secret of a set-up. The others: refresh tokens of an account, by what they allow. */
const SecretPurpose = z.enum(['password', 'graph-mail', 'smtp-mail']);
export type SecretPurpose = z.infer<typeof SecretPurpose>;

/** Whose key seals a secret: the system's key store, or the person's passphrase. */
const Keeper = z.enum(['key-store', 'passphrase']);
export type Keeper = z.infer<typeof Keeper>;

/** Whose secret it is, and what it is for. An owner is an account's id or the name of a way. */
export interface SecretName {
  owner: string;
  purpose: SecretPurpose;
}

const Row = z.object({
  owner: z.string(),
  purpose: SecretPurpose,
  keeper: Keeper,
  sealed: z.instanceof(Uint8Array).transform((bytes): Buffer => Buffer.from(bytes)),
});

/** A secret as it is kept. */
export type SealedSecret = z.infer<typeof Row>;

/** A sealed secret; null where there is none. */
export function findSecret(db: ReadDb, { owner, purpose }: SecretName): SealedSecret | null {
  const sql = 'SELECT owner, purpose, keeper, sealed FROM secrets WHERE owner = ? AND purpose = ?';
  const row = db.query(sql).get(owner, purpose);
  return row === undefined ? null : Row.parse(row);
}

/** Every sealed secret of a keeper. */
export function listSecrets(db: ReadDb, keeper: Keeper): SealedSecret[] {
  const sql = 'SELECT owner, purpose, keeper, sealed FROM secrets WHERE keeper = ? ORDER BY owner, purpose';
  return db
    .query(sql)
    .all(keeper)
    .map((row) => Row.parse(row));
}

/** Keeps a sealed secret in the place of the one there was. */
export function saveSecret(tx: WriteTx, { owner, purpose, keeper, sealed }: SealedSecret): void {
  tx.command(
    `INSERT INTO secrets (owner, purpose, keeper, sealed) VALUES (?, ?, ?, ?)
     ON CONFLICT (owner, purpose) DO UPDATE SET keeper = excluded.keeper, sealed = excluded.sealed`,
  ).run(owner, purpose, keeper, sealed);
}

/** Deletes the secrets of an account or a way: all of them, or that for one purpose. */
export function deleteSecretsOf(tx: WriteTx, owner: string, purpose?: SecretPurpose): void {
  const which = purpose ?? null;
  tx.command('DELETE FROM secrets WHERE owner = ? AND purpose = coalesce(?, purpose)').run(owner, which);
}

/** Deletes every secret that a keeper sealed. */
export function deleteSecretsUnder(tx: WriteTx, keeper: Keeper): void {
  tx.command('DELETE FROM secrets WHERE keeper = ?').run(keeper);
}
