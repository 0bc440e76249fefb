import { expect, test } from 'vitest';
import type { WriteTx } from '../../../main/store/database.ts';
import { everyAccount, link } from '../../support/link.ts';
import { recordingLog } from '../../support/log.ts';
import { openTestStore } from '../../support/store.ts';

const REVISION = 'SELECT revision FROM app_state';
const FAIL = 'INSERT INTO failures (identifier_tag, failed_at) VALUES (?, 0)';
const tag = Buffer.from('tag');

test('a write that touches something raises the revision and is told once', () => {
  const { store } = openTestStore();
  const heard: unknown[] = [];
  const stop = store.onCommit((change) => heard.push(change));
  store.write((tx) => {
    tx.touch('accounts');
    tx.touch('challenges');
    tx.touch('accounts');
  });
  stop();
  store.write((tx) => tx.touch('accounts'));
  expect(heard).toEqual([{ revision: 1, topics: ['accounts', 'challenges'] }]);
  expect(store.read.query(REVISION).get()).toEqual({ revision: 2 });
});

test('a write that touches nothing keeps the revision and is told to nobody', () => {
  const { store } = openTestStore();
  const heard: unknown[] = [];
  store.onCommit((change) => heard.push(change));
  expect(store.write((tx) => tx.command(FAIL).run(tag))).toBe(1);
  expect(store.read.query(REVISION).get()).toEqual({ revision: 0 });
  expect(store.read.query('SELECT count(*) AS n FROM failures').get()).toEqual({ n: 1 });
  expect(heard).toEqual([]);
});

test('what a write threw is thrown, and nothing of the write stays', () => {
  const { store } = openTestStore();
  const heard: string[] = [];
  store.onCommit(() => heard.push('told'));
  const failing = () =>
    store.write((tx) => {
      tx.command(FAIL).run(tag);
      tx.touch('accounts');
      tx.afterCommit(() => heard.push('effect'));
      throw new Error('a rule broke');
    });
  expect(failing).toThrow('a rule broke');
  expect(store.read.query('SELECT count(*) AS n FROM failures').get()).toEqual({ n: 0 });
  expect(store.read.query(REVISION).get()).toEqual({ revision: 0 });
  expect(heard).toEqual([]);
});

test('listeners hear a commit before its effects run, and an effect can write', () => {
  const { store } = openTestStore();
  const heard: string[] = [];
  store.onCommit(({ revision }) => heard.push(`revision ${revision}`));
  store.write((tx) => {
    tx.touch('accounts');
    tx.afterCommit(() => {
      heard.push('effect');
      store.write((next) => next.touch('challenges'));
    });
  });
  expect(heard).toEqual(['revision 1', 'effect', 'revision 2']);
});

test('a listener or an effect that throws is logged and does not look like a failed write', () => {
  const log = recordingLog();
  const { store } = openTestStore(undefined, { log });
  store.onCommit(() => {
    throw new Error('listener');
  });
  const answer = store.write((tx) => {
    tx.touch('accounts');
    tx.afterCommit(() => {
      throw new Error('effect');
    });
    return 'done';
  });
  expect(answer).toBe('done');
  expect(log.faults.map(String)).toEqual(['Error: listener', 'Error: effect']);
});

test('a write inside a write is a bug, and neither happens', () => {
  const { store } = openTestStore();
  const nested = () =>
    store.write((tx) => {
      tx.touch('accounts');
      store.write((inner) => inner.touch('accounts'));
    });
  expect(nested).toThrow('A write inside a write');
  expect(() => store.write(() => store.erase(() => {}))).toThrow('Erasing inside a write');
  expect(store.read.query(REVISION).get()).toEqual({ revision: 0 });
});

test('a handle is of no use after its write', () => {
  const { store } = openTestStore();
  const kept = store.write((tx) => ({ tx }));
  const uses: ((tx: WriteTx) => unknown)[] = [
    (tx) => tx.query(REVISION),
    (tx) => tx.command(FAIL),
    (tx) => tx.touch('accounts'),
    (tx) => tx.afterCommit(() => {}),
    (tx) => tx.seal('app_state', 1),
  ];
  for (const use of uses) expect(() => use(kept.tx)).toThrow('after its end');
});

/** What the type of `write` refuses, in a type that hides it. */
function asynchronous(tx: WriteTx): unknown {
  tx.touch('accounts');
  return Promise.resolve();
}

test('an asynchronous change is refused and rolled back', () => {
  const { store } = openTestStore();
  expect(() => store.write(asynchronous)).toThrow('asynchronous');
  expect(store.read.query(REVISION).get()).toEqual({ revision: 0 });
});

test('a handle to read takes no statement that writes', () => {
  const { store } = openTestStore();
  expect(() => store.read.query('DELETE FROM failures')).toThrow('This is no query');
});

test('reads inside a write see what it did; after a rollback nobody does', () => {
  const { store } = openTestStore();
  const count = () => store.read.query('SELECT count(*) AS n FROM failures').get();
  store.write((tx) => {
    tx.command(FAIL).run(tag);
    expect(count()).toEqual({ n: 1 });
  });
  expect(count()).toEqual({ n: 1 });
});

test('a broken rule of the schema is a bug, not a fault of the store', () => {
  const { store } = openTestStore();
  link(store, 0);
  const before = everyAccount(store.read);
  expect(() => store.write((tx) => tx.command("UPDATE accounts SET kind = 'other'").run())).toThrow(/CHECK constraint/);
  expect(everyAccount(store.read)).toEqual(before);
});
