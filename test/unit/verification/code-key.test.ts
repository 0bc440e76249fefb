import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCodeKey } from '../../../main/verification/code-key.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { heldPorts, heldSecrets } from '../../support/ports.ts';
import { heldRandom } from '../../support/random.ts';

const load = (folder: string, secrets = heldSecrets(), seed = 1) =>
  loadCodeKey({ ...heldPorts(folder), secrets, random: heldRandom(seed) });

test('is made once, sealed, for the owner only, and the same from then on', async () => {
  const folder = temporaryFolder();
  const first = await load(folder);
  const file = join(folder, 'code-key');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file).includes(first.toString('base64'))).toBe(false);
  expect(await load(folder, heldSecrets(), 2)).toEqual(first);
});

test.each([
  ['is not protected', heldSecrets(false)],
  ['cannot seal', { ...heldSecrets(), seal: () => Promise.reject(new Error('locked')) }],
  ['throws', { ...heldSecrets(), isProtected: () => Promise.reject(new Error('gone')) }],
])('where the key store %s it lives in memory only', async (_name, secrets) => {
  const folder = temporaryFolder();
  const key = await load(folder, secrets);
  expect(key).toHaveLength(32);
  expect(await load(folder, secrets, 2)).not.toEqual(key);
  expect(() => statSync(join(folder, 'code-key'))).toThrow('ENOENT');
});

test.each([
  ['cannot be opened', { ...heldSecrets(), open: () => Promise.reject(new Error('another key')) }],
  ['holds something else', heldSecrets()],
])('a sealed key that %s is left as it is', async (_name, secrets) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'code-key'), 'what was there');
  expect(await load(folder, secrets)).not.toEqual(await load(folder, secrets, 2));
  expect(readFileSync(join(folder, 'code-key'), 'utf8')).toBe('what was there');
});
