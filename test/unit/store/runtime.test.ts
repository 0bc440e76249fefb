import { expect, test } from 'vitest';
import { OpenRefused } from '../../../main/store/problems.ts';
import { requireRuntime } from '../../../main/store/runtime.ts';

function problemOf(versions?: Record<string, string>) {
  try {
    requireRuntime(versions);
    return null;
  } catch (error) {
    return error instanceof OpenRefused ? error.problem : error;
  }
}

test('the Node that runs the tests can run the store', () => {
  expect(problemOf()).toBeNull();
});

test.each([
  [{ node: '20.20.2', napi: '9' }, 9],
  [{ node: '8.0.0' }, 0],
])('%j is too old, and it is said which Node is meant', (versions, found) => {
  expect(problemOf(versions)).toEqual({ kind: 'old-runtime', path: process.execPath, found, known: 10 });
});
