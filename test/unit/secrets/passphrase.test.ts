import { argon2Sync, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { openEnvelope } from '../../../main/secrets/envelope.ts';
import { isTooShort, OWASP_COST, unwrapKey, WrappedKey, wrapKey } from '../../../main/secrets/passphrase.ts';
import { createSystemRandom } from '../../../main/system.ts';
import { CHEAP } from '../../support/passphrases.ts';

const random = createSystemRandom();
const KEY = randomBytes(32);
const PASSPHRASE = 'four walls, a roof';
const wrap = (passphrase = PASSPHRASE, cost = CHEAP) => wrapKey(random, cost, { key: KEY, passphrase });

test('the key opens with the passphrase and with no other', async () => {
  const wrapped = await wrap();
  expect(await unwrapKey(wrapped, PASSPHRASE)).toEqual(KEY);
  for (const other of ['', 'four walls, a roo', 'Four walls, a roof', `${PASSPHRASE} `])
    expect(await unwrapKey(wrapped, other)).toBeNull();
});

test('the same passphrase typed on another keyboard is the same', async () => {
  const wrapped = await wrap('Caf\u00e9 \ufb01n de si\u00e8cle');
  expect(await unwrapKey(wrapped, 'Cafe\u0301 fin de sie\u0300cle')).toEqual(KEY);
});

test('it is Argon2id as Node computes it, at the cost that OWASP names, with a salt of its own', async () => {
  const wrapped = await wrap(PASSPHRASE, OWASP_COST);
  expect(wrapped).toMatchObject({ kdf: 'argon2id', m: 19 * 1024, t: 2, p: 1 });
  const nonce = Buffer.from(wrapped.salt, 'base64');
  expect(nonce).toHaveLength(16);
  const cost = { memory: wrapped.m, passes: wrapped.t, parallelism: wrapped.p, tagLength: 32 };
  const under = argon2Sync('argon2id', { message: Buffer.from(PASSPHRASE), nonce, ...cost });
  expect(openEnvelope(under, 'vault key', Buffer.from(wrapped.wrapped, 'base64'))).toEqual(KEY);
  expect((await wrap()).salt).not.toBe((await wrap()).salt);
});

test('while it is computed everything else goes on', async () => {
  let turns = 0;
  let going = true;
  const turn = () => {
    turns += 1;
    if (going) setImmediate(turn);
  };
  setImmediate(turn);
  await wrap(PASSPHRASE, OWASP_COST);
  going = false;
  expect(turns).toBeGreaterThan(5);
});

test.each([
  ['', true],
  ['eleven char', true],
  ['twelve chars', false],
  // Eleven characters of two UTF-16 units each.
  ['🔑'.repeat(11), true],
  ['🔑'.repeat(12), false],
  // Twelve that NFKC makes six of.
  ['e\u0301'.repeat(6), true],
])('%j is too short: %s', (passphrase, tooShort) => {
  expect(isTooShort(passphrase)).toBe(tooShort);
});

test.each([
  ['takes all memory', { m: 4_194_304 }],
  ['takes for ever', { t: 1_000_000 }],
  ['is of another kind', { kdf: 'argon2i' }],
  ['has hardly a salt', { salt: 'AAAA' }],
  ['is not base64', { wrapped: '<>' }],
  ['has more in it', { hint: 'walls' }],
])('a file that %s is none', async (_name, change) => {
  const wrapped = await wrap();
  expect(WrappedKey.safeParse(wrapped).success).toBe(true);
  expect(WrappedKey.safeParse({ ...wrapped, ...change }).success).toBe(false);
});
