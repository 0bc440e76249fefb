import { expect, test } from 'vitest';
import { runtimeProblem } from '../../../main/store/runtime.ts';

test('the Node that runs the tests can run the store', () => {
  expect(runtimeProblem()).toBeNull();
});

test('a Node with an older Node-API gets a sentence that names it', () => {
  const sentence = 'Switchboard needs Node 22.14 or newer (Node-API 10); this is Node 20.20.2.';
  expect(runtimeProblem({ node: '20.20.2', napi: '9' })).toBe(sentence);
});

test('a runtime without any Node-API is too old', () => {
  expect(runtimeProblem({ node: '8.0.0' })).not.toBeNull();
});
