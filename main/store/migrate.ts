import type { Database } from 'better-sqlite3';
import type { Migration } from './migrations/index.ts';

/** Marks a file as ours: "swbd". */
export const APPLICATION_ID = 0x73776264;

/** The newest schema that a list of steps leads to. Throws where the steps do not ascend: that is a bug. */
export function newestVersion(steps: readonly Migration[]): number {
  let newest = 0;
  for (const { version } of steps) {
    if (version <= newest) throw new Error(`Migration ${version} does not come after ${newest}`);
    newest = version;
  }
  return newest;
}

/**
 * Brings a database from schema `found` to the newest in one transaction: all pending steps, the version, and
 * `finish`, which seals what they changed. Whatever goes wrong, nothing of it is kept. Throws SQLite's errors.
 */
export function migrate(db: Database, found: number, steps: readonly Migration[], finish: () => void): void {
  const known = newestVersion(steps);
  // Steps may rebuild tables that others refer to; the pragma has no effect inside a transaction.
  db.pragma('foreign_keys = OFF');
  try {
    const run = db.transaction(() => {
      for (const step of steps) if (step.version > found) db.exec(step.sql);
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${known}`);
      requireReferences(db);
      finish();
    });
    run.immediate();
  } finally {
    db.pragma('foreign_keys = ON');
  }
  // The header of the file itself now tells the version to who reads only that.
  db.pragma('wal_checkpoint(TRUNCATE)');
}

function requireReferences(db: Database): void {
  const broken = db.prepare('PRAGMA foreign_key_check').all();
  if (broken.length > 0) throw new Error(`A migration left ${broken.length} references to nothing`);
}
