import { expect, test } from 'vitest';
import { openTestStore } from '../../support/store.ts';

test('a write that touches something raises the revision', () => {
  const { store } = openTestStore();
  store.write((tx) => tx.touch('accounts'));
  expect(store.read.query('SELECT revision FROM app_state').get()).toEqual({ revision: 1 });
  expect(store.read.query('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
});
