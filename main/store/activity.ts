import * as z from 'zod';
import type { AccountId } from '../../shared/domain/account.ts';
import {
  ActivityEntry,
  type ActivityDetail,
  type ActivityEvent,
  type ActivityFilter,
} from '../../shared/domain/activity.ts';
import type { ReadDb, SqlValue, WriteTx } from './database.ts';

const Row = ActivityEntry.extend({ hadAccount: z.int().transform((value) => value === 1) });
const Newest = z.object({ id: z.int() });

/** Which page: the newest `limit` of what is older than the entry `before`. */
export interface ActivityPage {
  before: number | null;
  limit: number;
}

/** Records what happened (security: C16, L5). `at` is UTC, ISO 8601; nothing that names a person is kept. */
export function addActivity(
  tx: WriteTx,
  entry: { at: string; event: ActivityEvent; accountId: AccountId | null; detail?: ActivityDetail },
): void {
  tx.command('INSERT INTO activity (at, event, account_id, had_account, detail) VALUES (?, ?, ?, ?, ?)').run(
    entry.at,
    entry.event,
    entry.accountId,
    entry.accountId === null ? 0 : 1,
    entry.detail ?? null,
  );
  tx.touch('activity');
}

/** A page of what happened, newest first. Every filter reads along an index, and stops after `limit` rows. */
export function listActivity(
  db: ReadDb,
  { accountId, events }: ActivityFilter,
  { before, limit }: ActivityPage,
): ActivityEntry[] {
  const older = before ?? Number.MAX_SAFE_INTEGER;
  const account: SqlValue[] = accountId === null ? [] : [accountId];
  const isOf = accountId === null ? '' : 'AND account_id = ?';
  if (events === null) return read(db, isOf, [older, ...account, limit]);
  // One event after the other, because an index gives several only unordered.
  return [...new Set(events)]
    .flatMap((event) => read(db, `${isOf} AND event = ?`, [older, ...account, event, limit]))
    .toSorted((one, other) => other.id - one.id)
    .slice(0, limit);
}

function read(db: ReadDb, filter: string, values: readonly SqlValue[]): ActivityEntry[] {
  const sql = `SELECT id, at, event, detail, account_id AS accountId, had_account AS hadAccount
    FROM activity WHERE id < ? ${filter} ORDER BY id DESC LIMIT ?`;
  return db
    .query(sql)
    .all(...values)
    .map((row) => Row.parse(row));
}

/** The id of the newest entry; 0 where there is none. */
export function newestActivity(db: ReadDb): number {
  return Newest.parse(db.query('SELECT coalesce(max(id), 0) AS id FROM activity').get()).id;
}

/** Deletes entries older than `time` (UTC, ISO 8601), `limit` at most. Answers how many. */
export function deleteActivityBefore(tx: WriteTx, time: string, limit: number): number {
  return tx
    .command('DELETE FROM activity WHERE id IN (SELECT id FROM activity WHERE at < ? ORDER BY at LIMIT ?)')
    .run(time, limit);
}

/** Deletes every entry. */
export function clearActivity(tx: WriteTx): void {
  if (tx.command('DELETE FROM activity').run() > 0) tx.touch('activity');
}
