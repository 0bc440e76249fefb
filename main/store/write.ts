import type { Topic } from '../../shared/domain/snapshot.ts';
import type { Connection } from './connection.ts';
import type { NotPromise, WriteTx } from './database.ts';
import { codeOf } from './problems.ts';
import type { Statements } from './statements.ts';
import { beginTransaction } from './transaction.ts';

/** What is done inside a write. */
export type ChangeOf<T> = (tx: WriteTx) => NotPromise<T>;

/** A write that is on disk, and what is left to do after it. */
export interface Committed<T> {
  value: NotPromise<T>;
  /** The new revision; null where nothing was touched. */
  revision: number | null;
  topics: readonly Topic[];
  effects: readonly (() => void)[];
}

/** Runs one change in one immediate transaction: all of it is on disk when this returns, none of it where it throws. */
export function runWrite<T>(connection: Connection, statements: Statements, change: ChangeOf<T>): Committed<T> {
  const transaction = beginTransaction(connection, statements);
  connection.statement('BEGIN IMMEDIATE').run();
  let value: NotPromise<T>;
  let revision: number | null;
  try {
    value = change(transaction.tx);
    if (value instanceof Promise) throw new Error('A write must not be asynchronous');
    revision = transaction.finish();
  } catch (error) {
    rollBack(connection);
    throw error;
  } finally {
    transaction.end();
  }
  commit(connection, revision);
  connection.keepSynchronous();
  return { value, revision, topics: [...transaction.topics], effects: transaction.effects };
}

function commit(connection: Connection, revision: number | null): void {
  try {
    connection.statement('COMMIT').run();
  } catch (error) {
    const unknown = codeOf(error)?.startsWith('SQLITE_IOERR') ?? false;
    if (unknown && arrived(connection, revision)) return;
    rollBack(connection);
    throw error;
  }
}

/**
 * After an I/O error on COMMIT only the disk knows the outcome: opens the file anew and reads (security: S4).
 * A write without a revision of its own counts as failed; done once more it does no harm.
 */
function arrived(connection: Connection, revision: number | null): boolean {
  connection.reopen();
  const there = connection.db.prepare('SELECT revision FROM app_state WHERE id = 1').pluck().get();
  if (revision === null || there !== revision) return false;
  // What was recovered may not have been synced; a checkpoint brings it into the file itself, and that to disk.
  connection.db.pragma('wal_checkpoint(TRUNCATE)');
  return true;
}

function rollBack(connection: Connection): void {
  // SQLite itself has rolled back after some errors.
  if (connection.db.inTransaction) connection.statement('ROLLBACK').run();
}
