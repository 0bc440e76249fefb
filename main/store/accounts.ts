import * as z from 'zod';
import { AccountId, AccountKind, IdentifierKind } from '../../shared/domain/account.ts';
import type { ReadDb, WriteTx } from './database.ts';

const Row = z.object({
  id: AccountId,
  identifier: z.string(),
  identifierKind: IdentifierKind,
  address: z.string(),
  kind: AccountKind,
  name: z.string(),
  color: z.int(),
  position: z.int(),
  addedAt: z.string(),
  lastUsedAt: z.string().nullable(),
  removedAt: z.string().nullable(),
  undoUntil: z.string().nullable(),
  signInAgain: z.int().transform((value) => value === 1),
});

/** An account as it is stored. `removedAt` and `undoUntil` are set while a removal can be undone. */
export type StoredAccount = z.infer<typeof Row>;

const COLUMNS = `id, identifier, identifier_kind AS identifierKind, address, kind, name, color, position,
  added_at AS addedAt, last_used_at AS lastUsedAt, removed_at AS removedAt, undo_until AS undoUntil,
  sign_in_again AS signInAgain`;

/** The accounts that are there, in the person's order. */
export function listAccounts(db: ReadDb): StoredAccount[] {
  const rows = db.query(`SELECT ${COLUMNS} FROM accounts WHERE removed_at IS NULL ORDER BY position, id`).all();
  return rows.map((row) => Row.parse(row));
}

/** The removed accounts that are not purged yet, newest first. */
export function listRemoved(db: ReadDb): StoredAccount[] {
  const rows = db.query(`SELECT ${COLUMNS} FROM accounts WHERE removed_at IS NOT NULL ORDER BY removed_at DESC`).all();
  return rows.map((row) => Row.parse(row));
}

/** An account by its id, removed or not. */
export function findAccount(db: ReadDb, id: AccountId): StoredAccount | null {
  return one(db.query(`SELECT ${COLUMNS} FROM accounts WHERE id = ?`).get(id));
}

/** The account that is there with this identifier in normal form. */
export function findByIdentifier(db: ReadDb, identifier: string): StoredAccount | null {
  return one(db.query(`SELECT ${COLUMNS} FROM accounts WHERE identifier = ? AND removed_at IS NULL`).get(identifier));
}

/** Where a new account stands: after all others. */
export function nextPosition(db: ReadDb): number {
  return Next.parse(db.query('SELECT coalesce(max(position), -1) + 1 AS position FROM accounts').get()).position;
}

const Next = z.object({ position: z.int() });

export function addAccount(tx: WriteTx, account: Omit<StoredAccount, 'removedAt' | 'undoUntil' | 'signInAgain'>): void {
  tx.command(
    `INSERT INTO accounts (id, identifier, identifier_kind, address, kind, name, color, position, added_at, last_used_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    account.id,
    account.identifier,
    account.identifierKind,
    account.address,
    account.kind,
    account.name,
    account.color,
    account.position,
    account.addedAt,
    account.lastUsedAt,
  );
  changed(tx, account.id, 1);
}

export function setName(tx: WriteTx, id: AccountId, name: string): void {
  changed(tx, id, tx.command('UPDATE accounts SET name = ? WHERE id = ?').run(name, id));
}

export function setKind(tx: WriteTx, id: AccountId, kind: AccountKind): void {
  changed(tx, id, tx.command('UPDATE accounts SET kind = ? WHERE id = ?').run(kind, id));
}

export function setPosition(tx: WriteTx, id: AccountId, position: number): void {
  changed(tx, id, tx.command('UPDATE accounts SET position = ? WHERE id = ?').run(position, id));
}

export function setLastUsed(tx: WriteTx, id: AccountId, at: string): void {
  changed(tx, id, tx.command('UPDATE accounts SET last_used_at = ? WHERE id = ?').run(at, id));
}

/** Whether only a new sign-in gives the account's token back. */
export function setSignInAgain(tx: WriteTx, id: AccountId, again: boolean): void {
  changed(tx, id, tx.command('UPDATE accounts SET sign_in_again = ? WHERE id = ?').run(again ? 1 : 0, id));
}

/** Marks an account as removed, to be had back until `undoUntil`. */
export function setRemoved(tx: WriteTx, id: AccountId, removedAt: string, undoUntil: string): void {
  const command = tx.command('UPDATE accounts SET removed_at = ?, undo_until = ? WHERE id = ? AND removed_at IS NULL');
  changed(tx, id, command.run(removedAt, undoUntil, id));
}

export function setRestored(tx: WriteTx, id: AccountId): void {
  const command = tx.command('UPDATE accounts SET removed_at = NULL, undo_until = NULL WHERE id = ?');
  changed(tx, id, command.run(id));
}

/** Deletes an account's row; its proofs go with it. */
export function deleteAccount(tx: WriteTx, id: AccountId): void {
  expectOne(tx.command('DELETE FROM accounts WHERE id = ?').run(id));
  tx.touch('accounts');
}

function changed(tx: WriteTx, id: AccountId, rows: number): void {
  expectOne(rows);
  tx.seal('accounts', id);
  tx.touch('accounts');
}

function expectOne(rows: number): void {
  if (rows !== 1) throw new Error(`One account was to change, ${rows} did`);
}

function one(row: unknown): StoredAccount | null {
  return row === undefined ? null : Row.parse(row);
}
