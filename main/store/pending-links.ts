import * as z from 'zod';
import { AccountKind, IdentifierKind } from '../../shared/domain/account.ts';
import type { ReadDb, WriteTx } from './database.ts';

const Row = z.object({
  id: z.uuid(),
  identifier: z.string(),
  identifierKind: IdentifierKind,
  address: z.string(),
  kind: AccountKind,
  name: z.string(),
  groupName: z.string(),
  addedAt: z.string(),
});

/** An account of an imported list that still needs its proof, as it is stored. */
export type StoredPendingLink = z.infer<typeof Row>;

const COLUMNS = `id, identifier, identifier_kind AS identifierKind, address, kind, name, group_name AS groupName,
  added_at AS addedAt`;

/** Who waits to be linked, in the order of their lists. */
export function listPendingLinks(db: ReadDb): StoredPendingLink[] {
  const rows = db.query(`SELECT ${COLUMNS} FROM pending_links ORDER BY rowid`).all();
  return rows.map((row) => Row.parse(row));
}

/** Who waits to be linked by this identifier in normal form; null where nobody does. */
export function findPendingLink(db: ReadDb, identifier: string): StoredPendingLink | null {
  const row = db.query(`SELECT ${COLUMNS} FROM pending_links WHERE identifier = ?`).get(identifier);
  return row === undefined ? null : Row.parse(row);
}

export function addPendingLink(tx: WriteTx, link: StoredPendingLink): void {
  tx.command(
    `INSERT INTO pending_links (id, identifier, identifier_kind, address, kind, name, group_name, added_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    link.id,
    link.identifier,
    link.identifierKind,
    link.address,
    link.kind,
    link.name,
    link.groupName,
    link.addedAt,
  );
  tx.touch('pendingLinks');
}

/** Deletes one of them, or all with null. */
export function deletePendingLinks(tx: WriteTx, id: string | null): void {
  const deleted =
    id === null
      ? tx.command('DELETE FROM pending_links').run()
      : tx.command('DELETE FROM pending_links WHERE id = ?').run(id);
  if (deleted > 0) tx.touch('pendingLinks');
}
