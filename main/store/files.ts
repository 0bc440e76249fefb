import * as fs from 'node:fs';
import { dirname, join } from 'node:path';

const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;
const STICKY = 0o1000;

/** Where everything of the store lies. */
export interface StoreFiles {
  folder: string;
  database: string;
  /** SQLite's write-ahead log; there while the store is open, or after a crash. */
  log: string;
  /** Who this installation is, and the sign that a database was known here. */
  marker: string;
  /** Room kept for removing on a full disk. */
  reserve: string;
  backups: string;
}

/** The files of a store in `folder`. */
export function storeFiles(folder: string): StoreFiles {
  return {
    folder,
    database: join(folder, 'switchboard.db'),
    log: join(folder, 'switchboard.db-wal'),
    marker: join(folder, 'installation.json'),
    reserve: join(folder, 'reserve'),
    backups: join(folder, 'backups'),
  };
}

/** Makes a folder that only its owner can enter, with what is missing above it; one that is there is closed to others. */
export function makeFolder(path: string): void {
  fs.mkdirSync(path, { recursive: true, mode: FOLDER_MODE });
  if (process.platform === 'win32') return;
  const { mode } = fs.statSync(path);
  // A sticky folder, like /tmp, is meant to be shared; what we put there is not.
  if ((mode & 0o077) !== 0 && (mode & STICKY) === 0) changeMode(path, mode & FOLDER_MODE);
}

/** Gives a file, made empty if it is missing, to its owner alone, whatever the umask (security: S15). */
export function makePrivate(path: string): void {
  fs.closeSync(fs.openSync(path, 'a', FILE_MODE));
  keepPrivate(path);
}

/** Takes a file that is there away from everyone but its owner. */
export function keepPrivate(path: string): void {
  // Windows has no such modes; the folder's access list is inherited from the person's profile.
  if (process.platform === 'win32') return;
  const mode = fs.statSync(path, { throwIfNoEntry: false })?.mode;
  if (mode !== undefined && (mode & 0o777) !== FILE_MODE) changeMode(path, FILE_MODE);
}

function changeMode(path: string, mode: number): void {
  try {
    fs.chmodSync(path, mode);
  } catch {
    // Some file systems (FAT, network shares) know no modes; that is no reason to stay closed.
  }
}

/** Writes a whole file or leaves the old one: beside it, to disk, then in its place. */
export function writeDurably(path: string, content: string | Buffer): void {
  const temporary = `${path}.tmp`;
  fs.rmSync(temporary, { force: true });
  makePrivate(temporary);
  fs.writeFileSync(temporary, content, { flush: true });
  fs.renameSync(temporary, path);
  syncFolder(dirname(path));
}

/** Brings what is in a file to the disk. */
export function syncFile(path: string): void {
  const file = fs.openSync(path, 'r+');
  try {
    fs.fsyncSync(file);
  } finally {
    fs.closeSync(file);
  }
}

/** Brings names made in a folder to the disk. */
export function syncFolder(path: string): void {
  // Windows cannot open folders; NTFS journals names itself.
  if (process.platform === 'win32') return;
  const folder = fs.openSync(path, 'r');
  try {
    fs.fsyncSync(folder);
  } finally {
    fs.closeSync(folder);
  }
}
