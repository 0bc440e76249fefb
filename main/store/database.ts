import type { Topic } from '../../shared/domain/snapshot.ts';

/** Brands: only the store makes handles, and a handle to read is no handle to write. */
export const readable: unique symbol = Symbol('readable');
export const writable: unique symbol = Symbol('writable');

/** A value that SQLite takes and gives. */
export type SqlValue = string | number | bigint | Buffer | null;

/** A prepared statement; rows come as they are and are mapped by the table that asked. */
export interface Query {
  get(...values: SqlValue[]): unknown;
  all(...values: SqlValue[]): unknown[];
}

/** A statement that writes. */
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

/** The handle inside `store.write`; of no use after it. */
export interface WriteTx extends ReadDb {
  readonly [writable]: true;
  /** Prepares `sql` once and keeps it. */
  command(sql: string): Command;
  /** Says what this write changes for those who show it; a write that touches nothing keeps its revision. */
  touch(topic: Topic): void;
  /** Runs `effect` once this write is on disk and told; never if it is rolled back. */
  afterCommit(effect: () => void): void;
  /** Writes the keyed digest of a row anew at the end of the write; every change to a covered row asks for it (security: S7). */
  seal(table: CoveredTable, id: string | number): void;
}

/** Tables whose rows carry a digest, so that damage on disk never passes for data. */
export type CoveredTable = 'accounts' | 'proofs' | 'app_state';

/** What was committed. */
export interface Change {
  revision: number;
  topics: readonly Topic[];
}

/** How a write may go about a full disk. */
export interface WriteOptions {
  /** For writes that remove: on a full disk the reserve is given up and the change runs once more (security: S12). */
  mayUseReserve?: boolean;
}

/** Makes an asynchronous change a type error: a transaction does not wait. */
export type NotPromise<T> = T extends PromiseLike<unknown> ? never : T;

/** The database of the app, opened and checked; the only way to it. */
export interface Store {
  /** Reads what was committed; inside a write, also what the write did so far. Throws StoreFault. */
  readonly read: ReadDb;
  /**
   * The only way to write: one immediate transaction, revision + 1 if anything was touched. After the commit first the
   * listeners hear of it, then the effects run; what one of them throws goes to the log and is no failed write.
   * Throws StoreFault with nothing done, or what `change` threw; a write inside a write is a bug and throws.
   */
  write<T>(change: (tx: WriteTx) => NotPromise<T>, options?: WriteOptions): NotPromise<T>;
  /** Hears of every commit that touched something. A listener does not write. */
  onCommit(listener: (change: Change) => void): () => void;
  /**
   * Like `write`, for what must be gone from the files afterwards (security: S16): the backups go first, since they hold
   * it too, and the write-ahead log is truncated last. Cut off or refused in between, nothing is half forgotten: the
   * rows are still there to be erased again. May use the reserve.
   */
  erase<T>(change: (tx: WriteTx) => NotPromise<T>): NotPromise<T>;
  close(): void;
}
