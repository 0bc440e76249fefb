import * as z from 'zod';
import type { ReadDb, WriteTx } from './database.ts';

/** Wrong codes, in trusted ms, oldest first. They outlive accounts and challenges: only a keyed tag names the identifier. */
export interface FailureTimes {
  ofIdentifier: number[];
  ofInstallation: number[];
  /** Wrong codes for this identifier since the last right one, however long ago. */
  inARow: number;
}

const Row = z.object({ tag: z.instanceof(Uint8Array), at: z.int() });
const Run = z.object({ inARow: z.int() });
const Id = z.object({ id: z.int() });

/** The failures since `since` (trusted ms), and the run without end. */
export function failuresSince(db: ReadDb, tag: Buffer, since: number): FailureTimes {
  const rows = db
    .query('SELECT identifier_tag AS tag, failed_at AS at FROM failures WHERE failed_at > ? ORDER BY failed_at, id')
    .all(since)
    .map((row) => Row.parse(row));
  const run = db.query('SELECT in_a_row AS inARow FROM failure_runs WHERE identifier_tag = ?').get(tag);
  return {
    ofIdentifier: rows.filter((row) => tag.equals(row.tag)).map((row) => row.at),
    ofInstallation: rows.map((row) => row.at),
    inARow: run === undefined ? 0 : Run.parse(run).inARow,
  };
}

/**
 * Counts a try as failed, before its code is compared (security: C6), and drops failures up to `outdated` (trusted ms).
 * Answers the id that takes it back.
 */
export function addFailure(tx: WriteTx, failure: { tag: Buffer; at: number; outdated: number }): number {
  tx.command('DELETE FROM failures WHERE failed_at <= ?').run(failure.outdated);
  tx.command(
    `INSERT INTO failure_runs (identifier_tag, in_a_row) VALUES (?, 1)
     ON CONFLICT (identifier_tag) DO UPDATE SET in_a_row = in_a_row + 1`,
  ).run(failure.tag);
  const row = tx
    .command('INSERT INTO failures (identifier_tag, failed_at) VALUES (?, ?) RETURNING id')
    .get(failure.tag, failure.at);
  return Id.parse(row).id;
}

/** Takes a counted try back: it was no guess. */
export function takeBackFailure(tx: WriteTx, tag: Buffer, id: number): void {
  tx.command('DELETE FROM failures WHERE id = ?').run(id);
  tx.command('UPDATE failure_runs SET in_a_row = in_a_row - 1 WHERE identifier_tag = ?').run(tag);
}

/** Ends the run of failures: the right code was given. */
export function endFailureRun(tx: WriteTx, tag: Buffer): void {
  tx.command('DELETE FROM failure_runs WHERE identifier_tag = ?').run(tag);
}
