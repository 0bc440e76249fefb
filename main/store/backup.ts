import * as fs from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { makeFolder, makePrivate, syncFile, syncFolder } from './files.ts';

const KEPT = 5;
const ENDING = '.db';

/**
 * Copies an open database into the folder of backups and keeps the newest five (security: S9).
 * A copy has its name only once it is whole and on disk. Answers its path.
 */
export function makeBackup(db: Database.Database, folder: string, now: number): string {
  makeFolder(folder);
  // Colons and dots are no good in file names everywhere.
  const stamp = new Date(now).toISOString().replaceAll(/[:.]/g, '-');
  const path = join(folder, `switchboard-${stamp}${ENDING}`);
  const temporary = `${path}.tmp`;
  fs.rmSync(temporary, { force: true });
  makePrivate(temporary);
  db.prepare('VACUUM INTO ?').run(temporary);
  requireWhole(temporary);
  syncFile(temporary);
  fs.renameSync(temporary, path);
  syncFolder(folder);
  dropOld(folder);
  return path;
}

/** Deletes every backup: each may hold what was just removed (security: S16). */
export function dropBackups(folder: string): void {
  for (const name of namesIn(folder)) fs.rmSync(join(folder, name));
}

function dropOld(folder: string): void {
  const names = namesIn(folder);
  const backups = names.filter((name) => name.endsWith(ENDING)).toSorted();
  const unfinished = names.filter((name) => name.endsWith('.tmp'));
  for (const name of [...unfinished, ...backups.slice(0, -KEPT)]) fs.rmSync(join(folder, name));
}

function namesIn(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder).filter((name) => name.startsWith('switchboard-'));
}

function requireWhole(path: string): void {
  const copy = new Database(path, { readonly: true });
  try {
    const verdict = copy.pragma('integrity_check', { simple: true });
    if (verdict !== 'ok') throw new Error('A backup came out damaged');
  } finally {
    copy.close();
  }
}
