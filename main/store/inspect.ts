import * as fs from 'node:fs';
import type { Connection } from './connection.ts';
import type { StoreFiles } from './files.ts';
import { readHeader } from './header.ts';
import { APPLICATION_ID, newestVersion } from './migrate.ts';
import type { Migration } from './migrations/index.ts';
import { OpenRefused } from './problems.ts';

/** What was found in a database file that can be used. */
export interface Found {
  /** Its schema; 0 in a new one. */
  version: number;
  /** Nothing was ever kept in it. */
  fresh: boolean;
}

/** Refuses a folder or file that cannot be written: WAL writes even to read (security: S13). */
export function requireWritable(files: StoreFiles): void {
  const { R_OK, W_OK, X_OK } = fs.constants;
  requireAccess(files.folder, R_OK | X_OK, 'unreadable');
  for (const path of [files.folder, files.database, files.log, files.marker]) {
    if (!fs.existsSync(path)) continue;
    requireAccess(path, R_OK, 'unreadable');
    requireAccess(path, W_OK, 'read-only');
  }
}

function requireAccess(path: string, mode: number, kind: 'unreadable' | 'read-only'): void {
  try {
    fs.accessSync(path, mode);
  } catch (error) {
    throw new OpenRefused({ kind, path }, error);
  }
}

/** Judges the file by its first bytes, before SQLite touches it (security: S6, S10). */
export function requireUsableFile(path: string, known: number, wasKnown: boolean): void {
  const header = readHeader(path);
  if (header.kind === 'sqlite') {
    requireOurs(header.applicationId, header.userVersion, path);
    requireNotNewer(header.userVersion, known, path);
  } else if (header.kind === 'foreign') {
    throw new OpenRefused({ kind: 'not-a-database', path });
  } else if (header.kind === 'cut') {
    throw new OpenRefused({ kind: 'damaged', path });
  } else if (wasKnown) {
    throw new OpenRefused({ kind: 'emptied', path });
  }
}

/** Judges what SQLite reads, which after a crash can be newer than the header of the file. */
export function requireKnownSchema(connection: Connection, steps: readonly Migration[], wasKnown: boolean): Found {
  const { db, path } = connection;
  const version = Number(db.pragma('user_version', { simple: true }));
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
  if (tables === 0) {
    if (wasKnown) throw new OpenRefused({ kind: 'emptied', path });
    return { version: 0, fresh: true };
  }
  const applicationId = Number(db.pragma('application_id', { simple: true }));
  if (applicationId !== APPLICATION_ID) throw new OpenRefused({ kind: 'not-a-database', path });
  requireNotNewer(version, newestVersion(steps), path);
  if (!steps.some((step) => step.version === version)) throw new OpenRefused({ kind: 'damaged', path });
  return { version, fresh: false };
}

/** Checks all of a database before any use: SQLite's own checks, then the digests if their key is known (security: S5, S7). */
export function requireSound({ db, digests, path }: Connection, keyIsKnown: boolean): void {
  const sound =
    db.pragma('integrity_check', { simple: true }) === 'ok' &&
    db.prepare('PRAGMA foreign_key_check').get() === undefined &&
    (!keyIsKnown || digests.hold());
  if (!sound) throw new OpenRefused({ kind: 'damaged', path });
}

function requireOurs(applicationId: number, userVersion: number, path: string): void {
  // A first start that was cut off leaves a header that says nothing yet.
  const unfinished = applicationId === 0 && userVersion === 0;
  if (applicationId !== APPLICATION_ID && !unfinished) throw new OpenRefused({ kind: 'not-a-database', path });
}

function requireNotNewer(found: number, known: number, path: string): void {
  if (found > known) throw new OpenRefused({ kind: 'newer', path, found, known });
}
