import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrations } from '../../main/store/migrations/index.ts';
import { runChild } from '../support/child.ts';
import { everyAccount, populate } from '../support/link.ts';
import { temporaryFolder } from '../support/folder.ts';
import { openTestStore, problemOpening } from '../support/store.ts';

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
const isRoot = process.getuid?.() === 0;
const NOBODY = 65534;

/** A folder with a store of three accounts that was closed as it should be. */
function filledFolder(): string {
  const folder = join(temporaryFolder(), 'data');
  const { store } = openTestStore(folder);
  populate(store, 3);
  store.close();
  return folder;
}

test('every pragma is as it was set, also after a write and after opening again', () => {
  const expected = {
    synchronous: 2,
    foreign_keys: 1,
    trusted_schema: 0,
    cell_size_check: 1,
    mmap_size: 0,
    secure_delete: 1,
    locking_mode: 'exclusive',
  };
  const folder = temporaryFolder();
  for (const round of [1, 2]) {
    const { store } = openTestStore(folder);
    store.write((tx) => tx.touch('accounts'));
    const pragmas = Object.keys(expected).map((name) => store.read.query(`PRAGMA ${name}`).get());
    expect({ round, ...Object.assign({}, ...pragmas) }).toEqual({ round, ...expected });
    // SQLite keeps a log, so this is WAL, and no file that shares it, so this process owns it alone.
    expect(readdirSync(folder)).toContain('switchboard.db-wal');
    expect(readdirSync(folder)).not.toContain('switchboard.db-shm');
    store.close();
  }
});

test.each(['000', '022', '077'])('files are for their owner alone under umask %s', (umask) => {
  const folder = join(temporaryFolder(), 'deep', 'data');
  const child = runChild('open-child.ts', [folder, umask]);
  expect(child).toMatchObject({ stdout: 'open', stderr: '' });
  expect(modeOf(folder)).toBe('700');
  const modes = readdirSync(folder).map((name) => [name, modeOf(join(folder, name))]);
  expect(Object.fromEntries(modes)).toEqual({
    'installation.json': '600',
    reserve: '600',
    'switchboard.db': '600',
    'switchboard.db-wal': '600',
  });
});

test('a database that others could read is taken from them', () => {
  const folder = filledFolder();
  chmodSync(join(folder, 'switchboard.db'), 0o644);
  openTestStore(folder);
  expect(modeOf(join(folder, 'switchboard.db'))).toBe('600');
});

test('what was linked is there after opening again, under the same installation', () => {
  const folder = temporaryFolder();
  const first = openTestStore(folder);
  populate(first.store, 3);
  const before = everyAccount(first.store.read);
  first.store.close();
  const second = openTestStore(folder);
  expect(everyAccount(second.store.read)).toEqual(before);
  expect(second.installation.subkey('test')).toEqual(first.installation.subkey('test'));
});

test('a second process gets `in-use`, and the first goes on', () => {
  const folder = temporaryFolder();
  const { store } = openTestStore(folder);
  const child = runChild('open-child.ts', [folder]);
  expect(child).toMatchObject({ stdout: `in-use ${join(folder, 'switchboard.db')}`, stderr: '' });
  populate(store, 1);
  expect(store.read.query('SELECT count(*) AS n FROM accounts').get()).toEqual({ n: 1 });
});

test('a newer schema is refused by number, and not a byte is changed', () => {
  const folder = filledFolder();
  const newer = { version: 990, sql: 'CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;' };
  openTestStore(folder, { steps: [...migrations, newer] }).store.close();
  const file = join(folder, 'switchboard.db');
  const before = hashOf(file);
  const names = readdirSync(folder).toSorted();
  expect(problemOpening(folder)).toEqual({ kind: 'newer', path: file, found: 990, known: migrations.at(-1)?.version });
  expect(hashOf(file)).toBe(before);
  expect(readdirSync(folder).toSorted()).toEqual(names);
});

test('a newer schema that a crash left in the log is refused as well', () => {
  const folder = filledFolder();
  const raw = new Database(join(folder, 'switchboard.db'));
  raw.pragma('locking_mode = EXCLUSIVE');
  raw.pragma('user_version = 990');
  const copy = join(temporaryFolder(), 'copy');
  execFileSync('cp', ['-r', folder, copy]);
  raw.close();
  expect(problemOpening(copy)).toMatchObject({ kind: 'newer', found: 990 });
});

test('a file that is not a database is left as it is', () => {
  const folder = filledFolder();
  const file = join(folder, 'switchboard.db');
  writeFileSync(file, 'My shopping list: a list longer than the header of a database is, to be sure. '.repeat(9));
  const before = hashOf(file);
  expect(problemOpening(folder)).toEqual({ kind: 'not-a-database', path: file });
  expect(hashOf(file)).toBe(before);
});

test.each(['', 'PRAGMA user_version = 10;', 'PRAGMA application_id = 7;'])(
  'a database of another program (%s) is left as it is',
  (pragmas) => {
    const folder = temporaryFolder();
    const file = join(folder, 'switchboard.db');
    const other = new Database(file);
    other.exec(`${pragmas} CREATE TABLE recipes (name TEXT); INSERT INTO recipes VALUES ('soup');`);
    other.close();
    const before = hashOf(file);
    expect(problemOpening(folder)).toEqual({ kind: 'not-a-database', path: file });
    expect(hashOf(file)).toBe(before);
    expect(existsSync(join(folder, 'installation.json'))).toBe(false);
  },
);

test('a read-only folder is told, not met by a crash', () => {
  const folder = filledFolder();
  giveToNobody(folder);
  chmodSync(folder, 0o500);
  expect(runChild('open-child.ts', [folder, '022', 'nobody']).stdout).toBe(`read-only ${folder}`);
});

test('a read-only database is told, and so is one that cannot be read', () => {
  const folder = filledFolder();
  const file = join(folder, 'switchboard.db');
  giveToNobody(folder);
  chmodSync(file, 0o400);
  expect(runChild('open-child.ts', [folder, '022', 'nobody']).stdout).toBe(`read-only ${file}`);
  chmodSync(file, 0);
  expect(runChild('open-child.ts', [folder, '022', 'nobody']).stdout).toBe(`unreadable ${file}`);
});

test('a folder that cannot be made or entered is told', () => {
  const parent = join(temporaryFolder(), 'parent');
  mkdirSync(join(parent, 'data'), { recursive: true });
  giveToNobody(parent);
  chmodSync(join(parent, 'data'), 0o600);
  const inside = join(parent, 'data');
  expect(runChild('open-child.ts', [inside, '022', 'nobody']).stdout).toBe(`unreadable ${inside}`);
  chmodSync(parent, 0o500);
  const missing = join(parent, 'new');
  expect(runChild('open-child.ts', [missing, '022', 'nobody']).stdout).toBe(`read-only ${missing}`);
});

test('a file where the folder should be is told', () => {
  const folder = join(temporaryFolder(), 'data');
  writeFileSync(folder, 'a file');
  expect(problemOpening(folder).kind).toBe('unreadable');
});

test('a folder where the database should be is told', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'switchboard.db'));
  expect(problemOpening(folder).kind).toBe('unreadable');
});

/** Lets the child, which is no root, be the owner of a folder that was made here. */
function giveToNobody(folder: string): void {
  if (!isRoot) return;
  chmodSync(join(folder, '..'), 0o755);
  for (const name of ['', ...readdirSync(folder)]) chownSync(join(folder, name), NOBODY, NOBODY);
}
