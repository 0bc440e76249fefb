import type { Topic } from '../../shared/domain/snapshot.ts';

declare const readable: unique symbol;
declare const writable: unique symbol;

/** A value that SQLite takes and gives. */
export type SqlValue = string | number | bigint | Buffer | null;

/** A prepared statement; rows come as they are and are mapped by the table that asked. */
export interface Query {
  get(...values: SqlValue[]): unknown;
  all(...values: SqlValue[]): unknown[];
}

export interface Command extends Query {
  /** Runs the statement and answers how many rows it changed. */
  run(...values: SqlValue[]): number;
}

/** A handle that can only read: no query function can write by mistake. */
export interface ReadDb {
  readonly [readable]: true;
  /** Prepares `sql` once and keeps it. */
  query(sql: string): Query;
}

/** The handle inside `store.write`. */
export interface WriteTx extends ReadDb {
  readonly [writable]: true;
  command(sql: string): Command;
  /** Says what this write changes for those who show it; a write that touches nothing keeps its revision. */
  touch(topic: Topic): void;
  /** Runs `effect` once this write is on disk; never if it is rolled back. */
  afterCommit(effect: () => void): void;
  /** Writes the keyed digest of a row anew; every change to a covered table ends with it (security: S7). */
  seal(table: CoveredTable, id: string | number): void;
}

/** Tables whose rows carry a digest, so that damage on disk never passes for data. */
export type CoveredTable = 'accounts' | 'proofs' | 'app_state';

/** What was committed. */
export interface Change {
  revision: number;
  topics: readonly Topic[];
}

type NotPromise<T> = T extends PromiseLike<unknown> ? never : T;

export interface Store {
  readonly read: ReadDb;
  /** The only way to write: one immediate transaction, revision + 1, listeners and effects after the commit. */
  write<T>(change: (tx: WriteTx) => NotPromise<T>): NotPromise<T>;
  onCommit(listener: (change: Change) => void): () => void;
  /** Takes what was deleted out of the files: truncates the write-ahead log and drops older backups (security: S16). */
  forget(): void;
  close(): void;
}
