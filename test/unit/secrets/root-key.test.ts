import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { SecretBox } from '../../../main/ports.ts';
import { askRootKey, subkey } from '../../../main/secrets/root-key.ts';
import { createSystemRandom } from '../../../main/system.ts';
import { heldClock } from '../../support/clock.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { fakeKeyStore, silentKeyStore } from '../../support/key-store.ts';

const NAMES = ['basic_text', 'gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6', 'keychain', 'dpapi'];
const KeyFile = z.object({ keyStore: z.string(), sealed: z.string(), previous: z.string().nullable() });

const fileIn = (folder: string) => join(folder, 'root-key');
const contentOf = (folder: string) => KeyFile.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
const ask = (folder: string, secrets: SecretBox, clock = heldClock()) =>
  askRootKey({ folder, secrets, clock, random: createSystemRandom() });
const answerOf = (folder: string, secrets: SecretBox) => ask(folder, secrets).inTime;

test('is made once, sealed, for the owner only, and the same from then on', async () => {
  const [folder, secrets] = [temporaryFolder(), fakeKeyStore()];
  const first = await answerOf(folder, secrets);
  expect(first).toEqual({ keyStore: 'gnome_libsecret', key: expect.any(Buffer), problem: null, sealedBy: null });
  expect(first.key).toHaveLength(32);
  expect(statSync(fileIn(folder)).mode & 0o777).toBe(0o600);
  const text = readFileSync(fileIn(folder)).toString('latin1');
  for (const encoding of ['base64', 'hex', 'latin1'] as const)
    expect(text).not.toContain(first.key?.toString(encoding));
  expect(await answerOf(folder, secrets)).toEqual(first);
});

test('what is derived for one purpose is nothing for another', async () => {
  const { key } = await answerOf(temporaryFolder(), fakeKeyStore());
  const root = key ?? Buffer.alloc(0);
  const [codes, secrets] = [subkey(root, 'codes'), subkey(root, 'secrets')];
  expect(codes).toHaveLength(32);
  expect(codes).toEqual(subkey(root, 'codes'));
  expect(codes).not.toEqual(secrets);
  expect(codes).not.toEqual(root);
});

test('without a real key store nothing is written, and the answer names what is there (security: K2)', async () => {
  const [folder, secrets] = [temporaryFolder(), fakeKeyStore('basic_text')];
  secrets.isProtected = false;
  expect(await answerOf(folder, secrets)).toEqual({
    keyStore: 'basic_text',
    key: null,
    problem: 'none',
    sealedBy: null,
  });
  expect(existsSync(fileIn(folder))).toBe(false);
});

test('every change of key store names the old and the new one, and leaves the file as it is (security: K3)', async () => {
  let pairs = 0;
  for (const sealedBy of NAMES) {
    const [folder, secrets] = [temporaryFolder(), fakeKeyStore(sealedBy)];
    const { key } = await answerOf(folder, secrets);
    const before = readFileSync(fileIn(folder));
    for (const found of NAMES) {
      secrets.name = found;
      const same = { keyStore: found, key, problem: null, sealedBy: null };
      const other = { keyStore: found, key: null, problem: 'changed', sealedBy };
      expect(await answerOf(folder, secrets)).toEqual(found === sealedBy ? same : other);
      expect(readFileSync(fileIn(folder))).toEqual(before);
      pairs += 1;
    }
  }
  expect(pairs).toBe(49);
});

test('a key store that is gone counts as a changed one, and the key opens once it is back', async () => {
  const [folder, secrets] = [temporaryFolder(), fakeKeyStore('kwallet6')];
  const first = await answerOf(folder, secrets);
  Object.assign(secrets, { name: 'basic_text', isProtected: false });
  expect(await answerOf(folder, secrets)).toMatchObject({ key: null, problem: 'changed', sealedBy: 'kwallet6' });
  Object.assign(secrets, { name: 'kwallet6', isProtected: true });
  expect(await answerOf(folder, secrets)).toEqual(first);
});

describe('sealed anew because the key store asks for it (security: K5)', () => {
  test('the old one is kept until the next start has opened the new one', async () => {
    const [folder, secrets] = [temporaryFolder(), fakeKeyStore()];
    const { key } = await answerOf(folder, secrets);
    const first = contentOf(folder);
    secrets.rotate();
    expect((await answerOf(folder, secrets)).key).toEqual(key);
    const second = contentOf(folder);
    expect(second).toMatchObject({ previous: first.sealed });
    expect(second.sealed).not.toBe(first.sealed);
    expect((await answerOf(folder, secrets)).key).toEqual(key);
    expect(contentOf(folder)).toEqual({ ...second, previous: null });
  });

  test('twice in a row it is the one before that is kept', async () => {
    const [folder, secrets] = [temporaryFolder(), fakeKeyStore()];
    const { key } = await answerOf(folder, secrets);
    secrets.rotate();
    await answerOf(folder, secrets);
    const second = contentOf(folder);
    secrets.rotate();
    expect((await answerOf(folder, secrets)).key).toEqual(key);
    expect(contentOf(folder).previous).toBe(second.sealed);
    expect((await answerOf(folder, secrets)).key).toEqual(key);
    expect(contentOf(folder).previous).toBeNull();
  });

  test('where the new one does not open at the next start, the old one does, and stays', async () => {
    const [folder, secrets] = [temporaryFolder(), fakeKeyStore()];
    const { key } = await answerOf(folder, secrets);
    secrets.rotate();
    await answerOf(folder, secrets);
    const both = contentOf(folder);
    secrets.keys.shift();
    expect((await answerOf(folder, secrets)).key).toEqual(key);
    expect(contentOf(folder)).toEqual(both);
  });

  test.each<[string, Partial<SecretBox>]>([
    ['cannot be made', { seal: () => Promise.reject(new Error('denied')) }],
    ['does not open', { seal: () => Promise.resolve(Buffer.from('something else')) }],
  ])('where the new one %s, the old one stays alone', async (_name, fault) => {
    const [folder, secrets] = [temporaryFolder(), fakeKeyStore()];
    const { key } = await answerOf(folder, secrets);
    const before = contentOf(folder);
    secrets.rotate();
    expect((await answerOf(folder, { ...secrets, ...fault })).key).toEqual(key);
    expect(contentOf(folder)).toEqual(before);
  });
});

const never = () => new Promise<never>(() => {});
const throws = () => Promise.reject(new Error('no'));
/** How a key store fails that has the key sealed; how it fails at the first start, and its file, is below. */
const FAULTS: readonly (readonly [string, Partial<SecretBox>])[] = [
  ['never says what it is', { keyStore: never }],
  ['never opens', { open: never }],
  ['throws when asked what it is', { keyStore: throws }],
  ['throws when it opens', { open: throws }],
  ['opens something else', { open: () => Promise.resolve({ secret: 'x', shouldReseal: false }) }],
  ['opens nothing', { open: () => Promise.resolve({ secret: '', shouldReseal: false }) }],
  [
    'is not available',
    { keyStore: () => Promise.resolve({ name: 'gnome_libsecret', isProtected: false }), open: throws },
  ],
  ['has another key', fakeKeyStore()],
];

test.each(FAULTS)('a key store that %s costs no byte of the file, and is no key', async (_name, fault) => {
  const [folder, secrets] = [temporaryFolder(), fakeKeyStore()];
  const first = await answerOf(folder, secrets);
  const before = readFileSync(fileIn(folder));
  const clock = heldClock();
  const asked = ask(folder, { ...secrets, ...fault }, clock);
  await Promise.race([asked.answered, new Promise(setImmediate)]);
  clock.advance(5_000);
  expect(await asked.inTime).toMatchObject({ key: null, problem: expect.stringMatching(/^(no-answer|unreadable)$/) });
  expect(readFileSync(fileIn(folder))).toEqual(before);
  expect(await answerOf(folder, secrets)).toEqual(first);
});

test.each<[string, Partial<SecretBox>]>([
  ['never seals', { seal: never }],
  ['throws when it seals', { seal: throws }],
  ['does not open what it sealed', { open: throws }],
  ['opens something else than it sealed', { open: () => Promise.resolve({ secret: 'x', shouldReseal: false }) }],
])('at the first start a key store that %s leaves no file, and no key', async (_name, fault) => {
  const [folder, clock] = [temporaryFolder(), heldClock()];
  const asked = ask(folder, { ...fakeKeyStore(), ...fault }, clock);
  await Promise.race([asked.answered, new Promise(setImmediate)]);
  clock.advance(5_000);
  expect(await asked.inTime).toMatchObject({ key: null });
  expect(existsSync(fileIn(folder))).toBe(false);
});

const DAMAGE: readonly (readonly [string, (whole: Buffer) => Buffer])[] = [
  ['is empty', () => Buffer.alloc(0)],
  ['is half written', (whole) => whole.subarray(0, whole.length / 2)],
  ['lacks its last bytes', (whole) => whole.subarray(0, -3)],
  ['is zeroed', (whole) => Buffer.alloc(whole.length)],
  ['has zeros at its end', (whole) => Buffer.concat([whole.subarray(0, 40), Buffer.alloc(whole.length - 40)])],
  ['is an array', () => Buffer.from('[]')],
  ['has more in it', () => Buffer.from('{"keyStore":"gnome_libsecret","sealed":"","previous":null,"x":1}')],
  ['holds nothing sealed', () => Buffer.from('{"keyStore":"gnome_libsecret","sealed":"","previous":null}')],
  ['holds half a box', (whole) => Buffer.from(whole.toString().replace(/("sealed":").{40}/, '$1'))],
];

test.each(DAMAGE)('a file that %s is left as it is, and is no key (security: K4)', async (_name, damage) => {
  const [folder, secrets] = [temporaryFolder(), fakeKeyStore()];
  await answerOf(folder, secrets);
  const damaged = damage(readFileSync(fileIn(folder)));
  writeFileSync(fileIn(folder), damaged);
  expect(await answerOf(folder, secrets)).toMatchObject({ key: null, problem: 'unreadable' });
  expect(readFileSync(fileIn(folder))).toEqual(damaged);
});

test('a folder in the place of the file is no key', async () => {
  const folder = temporaryFolder();
  mkdirSync(fileIn(folder));
  expect(await answerOf(folder, fakeKeyStore())).toMatchObject({ key: null, problem: 'unreadable' });
});

test('a file that is gone makes another key', async () => {
  const [folder, secrets] = [temporaryFolder(), fakeKeyStore()];
  const first = await answerOf(folder, secrets);
  rmSync(fileIn(folder));
  const second = await answerOf(folder, secrets);
  expect(second).toMatchObject({ problem: null });
  expect(second.key).not.toEqual(first.key);
});

test('a key store that answers too late is not waited for, and the next start has its key (security: K7)', async () => {
  const [folder, secrets, clock] = [temporaryFolder(), fakeKeyStore(), heldClock()];
  const { promise, resolve } = Promise.withResolvers<void>();
  const asked = ask(folder, { ...secrets, keyStore: () => promise.then(() => secrets.keyStore()) }, clock);
  clock.advance(5_000);
  expect(await asked.inTime).toMatchObject({ key: null, problem: 'no-answer' });
  resolve();
  const late = await asked.answered;
  expect(late.key).toHaveLength(32);
  expect(await answerOf(folder, secrets)).toEqual(late);
});

test('one that never answers is given up after 5 s, not before', async () => {
  const clock = heldClock();
  const asked = ask(temporaryFolder(), silentKeyStore, clock);
  let settled = false;
  void asked.inTime.then(() => (settled = true));
  clock.advance(4_999);
  await new Promise(setImmediate);
  expect(settled).toBe(false);
  clock.advance(1);
  await asked.inTime;
});
