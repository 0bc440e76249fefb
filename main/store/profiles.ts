import * as z from 'zod';
import { AccountId } from '../../shared/domain/account.ts';
import type { ReadDb, WriteTx } from './database.ts';

const Row = z.object({
  accountId: AccountId,
  name: z.string(),
  hasPicture: z.int().transform((value) => value === 1),
  readAt: z.string(),
});

/** What a provider says of an account: how it is called there, and whether there is a picture. */
export type StoredProfile = z.infer<typeof Row>;

/** A picture with its media type. */
export interface Picture {
  bytes: Buffer;
  type: string;
}

const PictureRow = z.object({ bytes: z.instanceof(Uint8Array), type: z.string() });

/** The profiles of all accounts, without their pictures. */
export function listProfiles(db: ReadDb): StoredProfile[] {
  const rows = db
    .query(`SELECT account_id AS accountId, name, picture IS NOT NULL AS hasPicture, read_at AS readAt FROM profiles`)
    .all();
  return rows.map((row) => Row.parse(row));
}

/** The picture of an account; null where there is none. */
export function findPicture(db: ReadDb, account: AccountId): Picture | null {
  const row = db
    .query('SELECT picture AS bytes, picture_type AS type FROM profiles WHERE account_id = ? AND picture IS NOT NULL')
    .get(account);
  if (row === undefined) return null;
  const { bytes, type } = PictureRow.parse(row);
  return { bytes: Buffer.from(bytes), type };
}

/** Keeps what a provider says of an account; a picture stays until another one comes. `at` is UTC, ISO 8601. */
export function saveProfile(
  tx: WriteTx,
  account: AccountId,
  { name, picture, at }: { name: string; picture: Picture | null; at: string },
): void {
  tx.command(
    `INSERT INTO profiles (account_id, name, picture, picture_type, read_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (account_id) DO UPDATE SET name = excluded.name, picture = coalesce(excluded.picture, picture),
       picture_type = coalesce(excluded.picture_type, picture_type), read_at = excluded.read_at`,
  ).run(account, name, picture?.bytes ?? null, picture?.type ?? null, at);
  tx.touch('accounts');
}
