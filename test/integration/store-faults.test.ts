import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { deleteAccount } from '../../main/store/accounts.ts';
import type { Store } from '../../main/store/database.ts';
import { StoreFault } from '../../main/store/problems.ts';
import { runChild } from '../support/child.ts';
import { failNextCommit } from '../support/fail-commit.ts';
import { accountId } from '../support/ids.ts';
import { everyAccount, link, populate } from '../support/link.ts';
import { recordingLog } from '../support/log.ts';
import { canMount, underMount } from '../support/own-mount.ts';
import { temporaryFolder } from '../support/folder.ts';
import { openTestStore } from '../support/store.ts';

const REVISION = 'SELECT revision FROM app_state';

/** Runs what fails and answers the kind of fault it threw. */
function faultOf(action: () => void): string {
  try {
    action();
  } catch (error) {
    if (error instanceof StoreFault) return error.kind;
    throw error;
  }
  throw new Error('Nothing failed');
}

test('a commit that was reported as failed but is on disk counts as done', () => {
  const { store } = openTestStore();
  const heard: number[] = [];
  store.onCommit(({ revision }) => heard.push(revision));
  failNextCommit('after it');
  expect(store.write((tx) => (tx.touch('accounts'), 'answer'))).toBe('answer');
  expect(store.read.query(REVISION).get()).toEqual({ revision: 1 });
  link(store, 0);
  expect(heard).toEqual([1, 2, 3]);
});

test('a commit that failed and is not on disk is told, and the store goes on', () => {
  const log = recordingLog();
  const { store } = openTestStore(undefined, { log });
  const heard: string[] = [];
  store.onCommit(() => heard.push('told'));
  failNextCommit('before it');
  const failing = () =>
    store.write((tx) => {
      tx.touch('accounts');
      tx.afterCommit(() => heard.push('effect'));
    });
  expect(faultOf(failing)).toBe('failed');
  expect(heard).toEqual([]);
  expect(log.events).toContainEqual({ name: 'store-fault', fields: { kind: 'failed', code: 'SQLITE_IOERR_FSYNC' } });
  expect(store.read.query(REVISION).get()).toEqual({ revision: 0 });
  link(store, 0);
  expect(store.read.query(REVISION).get()).toEqual({ revision: 2 });
});

test('the handle after an I/O error is set up like the first', () => {
  const { store } = openTestStore();
  failNextCommit('before it');
  expect(faultOf(() => store.write((tx) => tx.touch('accounts')))).toBe('failed');
  link(store, 0);
  const expected = { synchronous: 2, foreign_keys: 1, secure_delete: 1, trusted_schema: 0 };
  for (const [name, value] of Object.entries(expected)) {
    expect(store.read.query(`PRAGMA ${name}`).get()).toEqual({ [name]: value });
  }
});

test('a full database refuses a link, does none of it, and is still read', () => {
  const { store } = openTestStore();
  populate(store, 5);
  const before = everyAccount(store.read);
  const pages = z.object({ page_count: z.int() }).parse(store.read.query('PRAGMA page_count').get()).page_count;
  store.read.query(`PRAGMA max_page_count = ${pages}`).get();
  const fill = (from: number) => () => {
    for (let n = from; n < from + 1000; n += 1) link(store, n);
  };
  expect(faultOf(fill(5))).toBe('full');
  const held = everyAccount(store.read);
  expect(held).not.toEqual(before);
  expect(faultOf(fill(2000))).toBe('full');
  expect(everyAccount(store.read)).toEqual(held);
});

test('a removal on a full disk gives up the reserve and is done after all; what adds does not get it', () => {
  const folder = temporaryFolder();
  const reserve = join(folder, 'reserve');
  /** A store whose first commit meets a full disk. */
  const onFullDisk = (work: (store: Store) => void) => {
    const { store } = openTestStore(folder);
    failNextCommit('before it', 'SQLITE_FULL');
    work(store);
    store.close();
  };
  const first = openTestStore(folder);
  populate(first.store, 2);
  first.store.close();

  onFullDisk((store) => expect(faultOf(() => link(store, 2))).toBe('full'));
  expect(existsSync(reserve)).toBe(true);
  onFullDisk((store) => {
    store.write((tx) => deleteAccount(tx, accountId(1)), { mayUseReserve: true });
    expect(store.read.query('SELECT id FROM accounts').all()).toEqual([{ id: accountId(0) }]);
  });
  expect(existsSync(reserve)).toBe(false);
  // Where there is room again, the next start keeps some back again.
  openTestStore(folder);
  expect(statSync(reserve).size).toBeGreaterThanOrEqual(1_000_000);
});

// Not every machine lets a test have a disk to fill; the same is shown above with a disk that says it is full.
test.skipIf(!canMount())('on a real disk of 2 MB that is full reads go on, and an account can be removed', () => {
  const folder = temporaryFolder();
  const child = runChild('full-disk-child.ts', [folder], underMount('small disk', folder));
  expect(child).toMatchObject({ status: 0, stderr: '' });
  const seen = z.looseObject({ linked: z.int().min(5) }).parse(JSON.parse(child.stdout));
  expect(seen).toMatchObject({
    whileLinking: 'full',
    readable: seen.linked,
    removing: 'full',
    removingWithReserve: null,
    erasing: null,
    left: seen.linked - 2,
    leftAgain: seen.linked - 2,
    // Where there is room again, the next start keeps some back again.
    files: expect.arrayContaining(['reserve']),
  });
});
