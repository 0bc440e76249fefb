import Database from 'better-sqlite3';
import { attachDigests, type Digests } from './digests.ts';

/** How long an opening waits for another process that is just closing the file, in ms. */
const PATIENCE = 500;

/** What `PRAGMA synchronous` answers for FULL. */
const FULL = 2;

/** A statement of the library, prepared on the handle that is open now. */
export type Statement = Database.Statement;

interface Handle {
  db: Database.Database;
  digests: Digests;
}

/** The one handle on the database file, which it owns alone while it is open (security: S14). */
export class Connection {
  readonly path: string;
  readonly #digestKey: Buffer;
  #handle: Handle | null;
  #closed = false;
  #synchronousHeld = false;
  #statements = new Map<string, Statement>();

  /** Opens the file without changing it: `prepare` comes once it is known to be ours. */
  constructor(path: string, digestKey: Buffer) {
    this.path = path;
    this.#digestKey = digestKey;
    this.#handle = openHandle(path, digestKey);
  }

  get db(): Database.Database {
    return this.#current().db;
  }

  get digests(): Digests {
    return this.#current().digests;
  }

  /** Prepares a statement once for as long as the file stays open. */
  statement(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  /** Turns the file to how we keep it. This writes where it was kept otherwise. */
  prepare(): void {
    prepareHandle(this.db);
  }

  /** After the first write on a handle: sets `synchronous` again if SQLite has let go of it (security: S1). */
  keepSynchronous(): void {
    if (this.#synchronousHeld) return;
    if (this.db.pragma('synchronous', { simple: true }) !== FULL) this.db.pragma('synchronous = FULL');
    this.#synchronousHeld = true;
  }

  /** Opens the file anew, so that what is read is what is on disk. Where that fails the next use tries again. */
  reopen(): void {
    this.#drop();
    this.#current();
  }

  close(): void {
    this.#closed = true;
    this.#drop();
  }

  #drop(): void {
    this.#statements.clear();
    this.#synchronousHeld = false;
    this.#handle?.db.close();
    this.#handle = null;
  }

  #current(): Handle {
    if (this.#handle) return this.#handle;
    if (this.#closed) throw new Error('The store is closed');
    const handle = openHandle(this.path, this.#digestKey);
    try {
      prepareHandle(handle.db);
    } catch (error) {
      handle.db.close();
      throw error;
    }
    this.#handle = handle;
    return handle;
  }
}

function openHandle(path: string, digestKey: Buffer): Handle {
  const db = new Database(path, { timeout: PATIENCE, fileMustExist: true });
  try {
    // First of all: a log that was opened shared cannot become exclusive.
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    db.pragma('mmap_size = 0');
    return { db, digests: attachDigests(db, digestKey) };
  } catch (error) {
    db.close();
    throw error;
  }
}

function prepareHandle(db: Database.Database): void {
  db.pragma('journal_mode = WAL');
  // After WAL: the library is built to fall back to NORMAL there unless it is told (security: S1).
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('secure_delete = ON');
  if (process.platform === 'darwin') db.pragma('checkpoint_fullfsync = ON');
}
