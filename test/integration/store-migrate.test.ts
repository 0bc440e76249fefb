import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { migrations } from '../../main/store/migrations/index.ts';
import { makeBackup } from '../../main/store/backup.ts';
import type { ReadDb } from '../../main/store/database.ts';
import { bundleChild, runChild } from '../support/child.ts';
import { laterSteps } from '../support/later-step.ts';
import { populate } from '../support/link.ts';
import { temporaryFolder } from '../support/folder.ts';
import { openTestStore, problemOpening, tryOpen } from '../support/store.ts';

const ACCOUNTS = 3;
const COUNT = 'SELECT count(*) AS n FROM accounts';

let child = '';
beforeAll(async () => {
  child = await bundleChild('migrate-child.ts');
});

/** A closed store of this version with some accounts. */
function filledFolder(): string {
  const folder = temporaryFolder();
  const { store } = openTestStore(folder);
  populate(store, ACCOUNTS);
  store.close();
  return folder;
}

const backupsOf = (folder: string) => readdirSync(join(folder, 'backups')).map((name) => join(folder, 'backups', name));

test('a migration keeps every account, and a copy from before it', () => {
  const folder = filledFolder();
  const { store } = openTestStore(folder, { steps: laterSteps });
  const names = store.read.query('SELECT nickname FROM accounts ORDER BY position').all();
  expect(names).toEqual([{ nickname: 'Person 0!' }, { nickname: 'Person 1!' }, { nickname: 'Person 2!' }]);
  const [backup = '', ...others] = backupsOf(folder);
  expect(others).toEqual([]);
  const copy = new Database(backup, { readonly: true });
  expect(copy.pragma('user_version', { simple: true })).toBe(migrations.at(-1)?.version);
  expect(copy.prepare(COUNT).get()).toEqual({ n: ACCOUNTS });
  copy.close();
});

test('a first start and an opening without pending steps make no copy', () => {
  const folder = filledFolder();
  openTestStore(folder).store.close();
  expect(readdirSync(folder)).not.toContain('backups');
});

test('a migration that fails leaves the database as it was, and says so', () => {
  const folder = filledFolder();
  const broken = { version: 995, sql: "UPDATE accounts SET name = 'lost'; INSERT INTO nowhere VALUES (1);" };
  expect(problemOpening(folder, { steps: [...laterSteps, broken] }).kind).toBe('damaged');
  const { store } = openTestStore(folder);
  expect(store.read.query("SELECT count(*) AS n FROM accounts WHERE name LIKE 'Person%'").get()).toEqual({
    n: ACCOUNTS,
  });
});

test('a damaged row is not made good by a migration', () => {
  const folder = filledFolder();
  const raw = new Database(join(folder, 'switchboard.db'));
  raw.exec("UPDATE accounts SET name = 'Somebody else'");
  raw.close();
  expect(problemOpening(folder, { steps: laterSteps }).kind).toBe('damaged');
});

test('the newest five copies are kept, and what was left unfinished goes', () => {
  const folder = join(temporaryFolder(), 'backups');
  const db = new Database(':memory:');
  makeBackup(db, folder, Date.UTC(2026, 0, 1));
  writeFileSync(join(folder, 'switchboard-cut-off.db.tmp'), 'half');
  for (let day = 2; day <= 8; day += 1) makeBackup(db, folder, Date.UTC(2026, 0, day));
  const days = readdirSync(folder).map((name) => /2026-01-(\d\d)/.exec(name)?.[1]);
  expect(new Set(days)).toEqual(new Set(['04', '05', '06', '07', '08']));
  expect(days).toHaveLength(5);
});

const rowOf = (db: ReadDb, sql: string) => z.object({ n: z.int() }).parse(db.query(sql).get());

/** Runs the child once to its end and answers how many calls of the library it made. */
function callsOf(folder: string, version: string): number {
  const calls = Number(runChild(child, [folder, '0', version]).stdout);
  expect(calls).toBeGreaterThan(20);
  return calls;
}

/** A copy of a folder after an opening in it was killed before one call. */
function killedAt(call: number, version: string, fixture?: string): string {
  const folder = join(temporaryFolder(), 'data');
  if (fixture) cpSync(fixture, folder, { recursive: true });
  expect({ call, ...runChild(child, [folder, String(call), version]) }).toMatchObject({ call, signal: 'SIGKILL' });
  return folder;
}

test('a first start killed before any statement is a first start again', () => {
  const calls = callsOf(temporaryFolder(), '');
  for (let call = 1; call <= calls; call += 1) {
    const { store } = openTestStore(killedAt(call, ''));
    expect({ call, ...rowOf(store.read, COUNT) }).toEqual({ call, n: 0 });
    populate(store, 1);
    store.close();
  }
});

test('a migration killed before any statement is done or not begun, and is done at the next start', () => {
  const fixture = filledFolder();
  const calls = callsOf(killedAt(1, 'later', fixture), 'later');
  const found = new Set<string>();
  for (let call = 1; call <= calls; call += 1) {
    const folder = killedAt(call, 'later', fixture);
    const before = tryOpen(folder);
    if (before.ok) before.value.store.close();
    found.add(before.ok ? 'not begun' : before.problem.kind);
    const { store } = openTestStore(folder, { steps: laterSteps });
    const done =
      "SELECT count(*) AS n FROM accounts JOIN notes ON account_id = accounts.id WHERE nickname = name || '!'";
    expect({ call, ...rowOf(store.read, done) }).toEqual({ call, n: ACCOUNTS });
    store.close();
  }
  // To this version a migration that is done is a newer schema, and nothing in between was ever found.
  expect(found).toEqual(new Set(['newer', 'not begun']));
});
