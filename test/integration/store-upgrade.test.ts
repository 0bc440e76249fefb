import { copyFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { listOpen } from '../../main/store/challenges.ts';
import type { ReadDb } from '../../main/store/database.ts';
import { newestVersion } from '../../main/store/migrate.ts';
import { migrations } from '../../main/store/migrations/index.ts';
import { heldClock } from '../support/clock.ts';
import { createTestCore } from '../support/core.ts';
import { temporaryFolder } from '../support/folder.ts';
import { openTestStore } from '../support/store.ts';

const DATABASES = resolve(import.meta.dirname, '../support/databases');
/** When the database of schema 10 was closed. It was made by the app of that schema, with time and randomness held. */
const CLOSED = Date.UTC(2026, 10, 23, 20, 11);

const ADA = '6a54f718-8fd8-48a4-ae60-e3305d6c5b87';
const PHONE = '400c312e-3ceb-4bdc-ab66-082a9271412a';
const GRACE = '384dc803-d85f-4d31-a15a-bcc0cbf38ea2';
const ALAN = '2922db42-5396-44b7-af30-78eb8891fa23';

/** What was in it: a primary account, and three linked ones that were moved; the last of them active. */
const ACCOUNTS = [
  { id: ADA, name: 'Ada Lovelace', kind: 'unknown', color: 0, isPrimary: true, isActive: false, provenAt: '20:01' },
  { id: PHONE, name: 'Work phone', kind: 'unknown', color: 3, isPrimary: false, isActive: false, provenAt: '20:07' },
  { id: GRACE, name: '', kind: 'unknown', color: 1, isPrimary: false, isActive: false, provenAt: '20:03' },
  { id: ALAN, name: '', kind: 'work', color: 2, isPrimary: false, isActive: true, provenAt: '20:05' },
];
const IDENTIFIERS = [
  { kind: 'email', value: 'ada@example.com', display: 'Ada@example.com' },
  { kind: 'phone', value: '+491701234567', display: '+49 170 1234567' },
  { kind: 'email', value: 'grace@example.com', display: 'grace@example.com' },
  { kind: 'email', value: 'alan.turing@work.example', display: 'Alan.Turing@work.example' },
];

/** A folder as a version with this schema left it. */
function folderOf(schema: number): string {
  const folder = temporaryFolder();
  copyFileSync(join(DATABASES, `schema-${schema}.db`), join(folder, 'switchboard.db'));
  copyFileSync(join(DATABASES, `schema-${schema}.installation.json`), join(folder, 'installation.json'));
  return folder;
}

test('every account of schema 10 is there, as it was proven, named and ordered', () => {
  const core = createTestCore({ folder: folderOf(10), clock: heldClock(CLOSED) });
  const { accounts, primaryId, activeId, removals } = core.snapshot().accounts;
  const found = accounts.map(({ id, name, kind, color, isPrimary, isActive, proof }) => {
    expect(proof.carrier).toBe('local-mailbox');
    return { id, name, kind, color, isPrimary, isActive, provenAt: /T(\d\d:\d\d):00\.000Z/.exec(proof.provenAt)?.[1] };
  });
  expect(found).toEqual(ACCOUNTS);
  expect(accounts.map(({ identifier }) => identifier)).toEqual(IDENTIFIERS);
  expect({ primaryId, activeId, removals }).toEqual({ primaryId: ADA, activeId: ALAN, removals: [] });
  expect(core.ports.log.faults).toEqual([]);
});

/** Counts the rows of tables that hold no account. */
function countsOf(db: ReadDb): unknown {
  const tables = ['challenges', 'superseded_codes', 'sends', 'failures', 'failure_runs', 'activity'];
  const columns = tables.map((table) => `(SELECT count(*) FROM ${table}) AS ${table}`);
  return db.query(`SELECT ${columns.join(', ')}`).get();
}

test('what counts codes and tries is kept from schema 10, and so is a challenge that was open', () => {
  const { store } = openTestStore(folderOf(10));
  const kept = { challenges: 7, superseded_codes: 1, sends: 8, failures: 8, failure_runs: 2, activity: 5 };
  expect(countsOf(store.read)).toEqual(kept);
  expect(listOpen(store.read)).toMatchObject([
    { address: 'barbara@example.com', purpose: 'link', state: 'waiting', sendNumber: 2, triesLeft: 4 },
  ]);
});

test('a store of schema 10 is copied before it rises, and is sound when it is opened again', () => {
  const folder = folderOf(10);
  openTestStore(folder).store.close();
  const [backup = '', ...others] = readdirSync(join(folder, 'backups'));
  expect(others).toEqual([]);
  const copy = new Database(join(folder, 'backups', backup), { readonly: true });
  expect(copy.pragma('user_version', { simple: true })).toBe(10);
  expect(copy.prepare('SELECT count(*) AS n FROM accounts').get()).toEqual({ n: ACCOUNTS.length });
  copy.close();
  const { store } = openTestStore(folder);
  expect(store.read.query('PRAGMA user_version').get()).toEqual({ user_version: newestVersion(migrations) });
  expect(readdirSync(join(folder, 'backups'))).toEqual([backup]);
  // The key of the digests was never lost, so they were checked and not just made anew.
  expect(readdirSync(folder)).not.toContain('installation.json.bad');
});
