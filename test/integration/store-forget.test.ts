import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deleteAccount } from '../../main/store/accounts.ts';
import { eraseTables } from '../../main/store/app-state.ts';
import { deleteChallengesOf } from '../../main/store/challenges.ts';
import { migrations } from '../../main/store/migrations/index.ts';
import { accountId, identifierOf, populate } from '../support/link.ts';
import { openTestStore, temporaryFolder } from '../support/store.ts';

/** The files under a folder that hold a text. Another process reads them: see `readHeader` on locks. */
function filesHolding(folder: string, text: string): string[] {
  const script = `grep -rlaF -- "$1" "$2" || test $? -eq 1`;
  return execFileSync('sh', ['-c', script, 'sh', text, folder], { encoding: 'utf8' }).split('\n').filter(Boolean);
}

test('a removed account is in no file once it is forgotten, and the others are', () => {
  const folder = temporaryFolder();
  const { store } = openTestStore(folder);
  populate(store, 30);
  const removed = Array.from({ length: 11 }, (_, index) => index * 2 + 1);
  store.write((tx) => {
    for (const n of removed) {
      deleteAccount(tx, accountId(n));
      deleteChallengesOf(tx, identifierOf(n));
    }
  });
  expect(filesHolding(folder, identifierOf(1))).not.toEqual([]);
  store.forget();
  for (const n of removed) expect(filesHolding(folder, identifierOf(n))).toEqual([]);
  expect(filesHolding(folder, identifierOf(2))).toEqual([join(folder, 'switchboard.db')]);
});

test('forgetting everything takes the backups too, and the store goes on', () => {
  const folder = temporaryFolder();
  const first = openTestStore(folder);
  populate(first.store, 5);
  first.store.close();
  const later = { version: 990, sql: 'ALTER TABLE accounts ADD COLUMN nickname TEXT;' };
  const { store } = openTestStore(folder, { steps: [...migrations, later] });
  expect(readdirSync(join(folder, 'backups'))).toHaveLength(1);
  store.write((tx) => eraseTables(tx));
  store.forget();
  expect(readdirSync(join(folder, 'backups'))).toEqual([]);
  expect(filesHolding(folder, 'example.test')).toEqual([]);
  populate(store, 1);
  expect(filesHolding(folder, identifierOf(0))).not.toEqual([]);
});
