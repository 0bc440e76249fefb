import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deleteAccount } from '../../main/store/accounts.ts';
import { eraseTables } from '../../main/store/app-state.ts';
import { deleteClosedOf } from '../../main/store/challenges.ts';
import { migrations } from '../../main/store/migrations/index.ts';
import { accountId } from '../support/ids.ts';
import { identifierOf, populate } from '../support/link.ts';
import { temporaryFolder } from '../support/folder.ts';
import { openTestStore } from '../support/store.ts';

/** The files under a folder that hold a text. Another process reads them: see `readHeader` on locks. */
function filesHolding(folder: string, text: string): string[] {
  const script = `grep -rlaF -- "$1" "$2" || test $? -eq 1`;
  return execFileSync('sh', ['-c', script, 'sh', text, folder], { encoding: 'utf8' }).split('\n').filter(Boolean);
}

test('an erased account is in no file, and the others are', () => {
  const folder = temporaryFolder();
  const { store } = openTestStore(folder);
  populate(store, 30);
  const removed = Array.from({ length: 11 }, (_, index) => index * 2 + 1);
  expect(filesHolding(folder, identifierOf(1))).not.toEqual([]);
  store.erase((tx) => {
    for (const n of removed) {
      deleteAccount(tx, accountId(n));
      deleteClosedOf(tx, identifierOf(n));
    }
  });
  for (const n of removed) expect(filesHolding(folder, identifierOf(n))).toEqual([]);
  expect(filesHolding(folder, identifierOf(2))).toEqual([join(folder, 'switchboard.db')]);
});

/** A store with five accounts and one backup that holds them. */
function withBackup(folder: string) {
  const first = openTestStore(folder);
  populate(first.store, 5);
  first.store.close();
  const later = { version: 990, sql: 'ALTER TABLE accounts ADD COLUMN nickname TEXT;' };
  const { store } = openTestStore(folder, { steps: [...migrations, later] });
  expect(readdirSync(join(folder, 'backups'))).toHaveLength(1);
  return store;
}

test('erasing everything takes the backups too, and the store goes on', () => {
  const folder = temporaryFolder();
  const store = withBackup(folder);
  store.erase((tx) => eraseTables(tx));
  expect(readdirSync(join(folder, 'backups'))).toEqual([]);
  expect(filesHolding(folder, 'example.test')).toEqual([]);
  populate(store, 1);
  expect(filesHolding(folder, identifierOf(0))).not.toEqual([]);
});

test('where a backup cannot be deleted, the rows stay to be erased another time', () => {
  const folder = temporaryFolder();
  const store = withBackup(folder);
  const inTheWay = join(folder, 'backups', 'switchboard-in-the-way.db');
  mkdirSync(inTheWay);
  expect(() => store.erase((tx) => eraseTables(tx))).toThrow('EISDIR');
  expect(filesHolding(folder, identifierOf(0))).not.toEqual([]);
  rmdirSync(inTheWay);
  store.erase((tx) => eraseTables(tx));
  expect(filesHolding(folder, 'example.test')).toEqual([]);
});
