import { expect, test } from 'vitest';
import { askRootKey } from '../../../main/secrets/root-key.ts';
import { loadCodeKey } from '../../../main/verification/code-key.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { heldPorts, heldSecrets } from '../../support/ports.ts';
import { heldRandom } from '../../support/random.ts';

const load = (folder: string, secrets = heldSecrets(), seed = 1) => {
  const ports = { ...heldPorts(folder), secrets, random: heldRandom(seed) };
  return loadCodeKey(askRootKey(ports), ports.random);
};

test('is the same at every start, and not the root key itself', async () => {
  const folder = temporaryFolder();
  const first = await load(folder);
  expect(await load(folder, heldSecrets(), 2)).toEqual(first);
  const { key } = await askRootKey(heldPorts(folder)).inTime;
  expect(first).not.toEqual(key);
});

test('without a root key it lives in memory only', async () => {
  const folder = temporaryFolder();
  const key = await load(folder, heldSecrets(false));
  expect(key).toHaveLength(32);
  expect(await load(folder, heldSecrets(false), 2)).not.toEqual(key);
});
