import { spawnSync } from 'node:child_process';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { StoreFault } from '../../main/store/problems.ts';
import { runChild } from '../support/child.ts';
import { everyAccount, link, populate } from '../support/link.ts';
import { recordingLog } from '../support/log.ts';
import { openTestStore, temporaryFolder } from '../support/store.ts';

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

/** Lets the next COMMIT of any database end in an I/O error, before or after the log was written. */
function failNextCommit(when: 'before it' | 'after it'): void {
  const library = Object.assign({}, Database.prototype);
  const restore = () => void Object.assign(Database.prototype, library);
  onTestFinished(restore);
  Object.assign(Database.prototype, {
    prepare(this: Database.Database, sql: string) {
      const statement: Database.Statement = library.prepare.call(this, sql);
      if (sql !== 'COMMIT') return statement;
      restore();
      const run = () => {
        if (when === 'after it') statement.run();
        throw new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_FSYNC');
      };
      return { run };
    },
  });
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

// Only a disk of its own can be filled, and not every machine lets a test have one; the rule itself is proven above.
const smallDisk = ['unshare', ...(process.getuid?.() === 0 ? ['-m'] : ['-rm']), 'sh', '-c'];
const mount = 'mount -t tmpfs -o size=2m,mode=700 tmpfs "$0" && exec "$@"';
const canMount =
  process.platform === 'linux' && spawnSync('unshare', [...smallDisk.slice(1), mount, '/mnt', 'true']).status === 0;

test.skipIf(!canMount)('on a full disk of 2 MB reads go on, and the reserve lets an account be removed', () => {
  const folder = temporaryFolder();
  const child = runChild('full-disk-child.ts', [folder], [...smallDisk, mount, folder]);
  expect(child).toMatchObject({ status: 0, stderr: '' });
  const seen = z.looseObject({ linked: z.int().min(5) }).parse(JSON.parse(child.stdout));
  expect(seen).toMatchObject({
    whileLinking: 'full',
    readable: seen.linked,
    removing: 'full',
    removingWithReserve: null,
    forgetting: null,
    left: seen.linked - 1,
    leftAgain: seen.linked - 1,
    // Where there is room again, the next start keeps some back again.
    files: expect.arrayContaining(['reserve']),
  });
});
