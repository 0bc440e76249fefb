import * as client from 'openid-client';
import { expect, test } from 'vitest';
import { newSecrets } from '../../../main/sign-in/authorization.ts';

test('10,000 attempts share no verifier, state or nonce, each of 32 bytes', () => {
  const all = Array.from({ length: 10_000 }, () => newSecrets(client)).flatMap((secrets) => Object.values(secrets));
  expect(new Set(all).size).toBe(30_000);
  expect(all.filter((secret) => !/^[\w-]{43}$/.test(secret))).toEqual([]);
});
