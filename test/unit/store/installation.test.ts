import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newInstallation, readInstallation, writeInstallation } from '../../../main/store/installation.ts';
import { createSystemRandom } from '../../../main/system.ts';
import { temporaryFolder } from '../../support/folder.ts';

const NOW = Date.UTC(2026, 10, 23);

function written() {
  const path = join(temporaryFolder(), 'installation.json');
  const made = newInstallation(createSystemRandom(), NOW);
  writeInstallation(path, made);
  return { path, made };
}

test('an installation is read as it was written, with the same keys', () => {
  const { path, made } = written();
  const read = readInstallation(path);
  if (typeof read === 'string') throw new Error(read);
  expect(read.marker).toEqual(made.marker);
  expect(read.marker.createdAt).toBe('2026-11-23T00:00:00.000Z');
  expect(read.installation.subkey('codes')).toEqual(made.installation.subkey('codes'));
});

test('keys differ by purpose and by installation', () => {
  const one = newInstallation(createSystemRandom(), NOW).installation;
  const other = newInstallation(createSystemRandom(), NOW).installation;
  const keys = [one.subkey('codes'), one.subkey('log tags'), other.subkey('codes')];
  expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(3);
  expect(keys.map((key) => key.length)).toEqual([32, 32, 32]);
});

test('a marker with any one bit flipped is broken, never another key', () => {
  const { path } = written();
  const bytes = readFileSync(path);
  const end = bytes.lastIndexOf('}');
  for (let bit = 0; bit < end * 8; bit += 1) {
    const damaged = Buffer.from(bytes);
    damaged.writeUInt8(damaged.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    writeFileSync(path, damaged);
    expect(readInstallation(path)).toBe('broken');
  }
});

test('a broken marker is set aside when a new one is written', () => {
  const { path } = written();
  writeFileSync(path, 'not a marker');
  expect(readInstallation(path)).toBe('broken');
  writeInstallation(path, newInstallation(createSystemRandom(), NOW));
  expect(readFileSync(`${path}.bad`, 'utf8')).toBe('not a marker');
  expect(typeof readInstallation(path)).toBe('object');
});

test('where there is no marker, nothing was known', () => {
  expect(readInstallation(join(temporaryFolder(), 'installation.json'))).toBe('missing');
});
