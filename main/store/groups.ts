import * as z from 'zod';
import { AccountId } from '../../shared/domain/account.ts';
import { Group } from '../../shared/domain/group.ts';
import { GroupId } from '../../shared/domain/group-id.ts';
import type { ReadDb, WriteTx } from './database.ts';

const Member = z.object({ accountId: AccountId, groupId: GroupId });
const Next = z.object({ position: z.int() });

/** Which account is in which group. */
export type Member = z.infer<typeof Member>;

/** The groups in the person's order. */
export function listGroups(db: ReadDb): Group[] {
  const rows = db.query('SELECT id, name, color FROM groups ORDER BY position, id').all();
  return rows.map((row) => Group.parse(row));
}

/** A group by its id; null where it is not there. */
export function findGroup(db: ReadDb, id: GroupId): Group | null {
  const row = db.query('SELECT id, name, color FROM groups WHERE id = ?').get(id);
  return row === undefined ? null : Group.parse(row);
}

/** The accounts that are in a group, removed ones too. */
export function listMembers(db: ReadDb): Member[] {
  const rows = db.query('SELECT account_id AS accountId, group_id AS groupId FROM group_members').all();
  return rows.map((row) => Member.parse(row));
}

/** Adds a group after all others. */
export function addGroup(tx: WriteTx, { id, name, color }: Group): void {
  const { position } = Next.parse(tx.query('SELECT coalesce(max(position), -1) + 1 AS position FROM groups').get());
  tx.command('INSERT INTO groups (id, name, color, position) VALUES (?, ?, ?, ?)').run(id, name, color, position);
  tx.touch('accounts');
}

export function saveGroup(tx: WriteTx, { id, name, color }: Group): void {
  tx.command('UPDATE groups SET name = ?, color = ? WHERE id = ?').run(name, color, id);
  tx.touch('accounts');
}

export function setGroupPosition(tx: WriteTx, id: GroupId, position: number): void {
  tx.command('UPDATE groups SET position = ? WHERE id = ?').run(position, id);
  tx.touch('accounts');
}

/** Deletes a group; who is in it is in none then. */
export function deleteGroup(tx: WriteTx, id: GroupId): void {
  tx.command('DELETE FROM groups WHERE id = ?').run(id);
  tx.touch('accounts');
}

/** Puts an account into a group, or out of any with null. */
export function setGroup(tx: WriteTx, account: AccountId, group: GroupId | null): void {
  if (group === null) tx.command('DELETE FROM group_members WHERE account_id = ?').run(account);
  else {
    tx.command(
      `INSERT INTO group_members (account_id, group_id) VALUES (?, ?)
       ON CONFLICT (account_id) DO UPDATE SET group_id = excluded.group_id`,
    ).run(account, group);
  }
  tx.touch('accounts');
}
