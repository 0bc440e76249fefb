import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Preferences } from '../../../shared/domain/preferences.ts';
import { parsePreferences } from '../../../main/preferences/preferences.ts';
import { inspectPreferences } from '../../../main/shell/preferences-damage.ts';
import { runChild } from '../../support/child.ts';
import { temporaryFolder } from '../../support/folder.ts';

// Outside Electron its package gives the path of a program, and electron-store then works in the folder it is given.
process.env['ELECTRON_OVERRIDE_DIST_PATH'] = '/nowhere';
const { openPreferencesFile } = await import('../../../main/shell/preferences-file.ts');

const GOOD = { preferences: { theme: 'dark', keepInTray: false, openAtLogin: false, phoneRegion: 'DE' } };

function folderWith(content: string | Buffer | null): { folder: string; file: string } {
  const folder = temporaryFolder();
  const file = join(folder, 'preferences.json');
  if (content !== null) writeFileSync(file, content);
  return { folder, file };
}

const DAMAGED: Record<string, string | Buffer> = {
  zeros: Buffer.alloc(300),
  empty: '',
  truncated: JSON.stringify(GOOD).slice(0, 40),
  'a NUL inside': JSON.stringify(GOOD).replace('dark', 'da\0rk'),
  'an array': '[]',
  'an array of preferences': JSON.stringify([GOOD]),
  'a number': '7',
  null: 'null',
  'a string': '"dark"',
  'a wrong type': JSON.stringify({ preferences: { theme: 7 } }),
  'an unknown theme': JSON.stringify({ preferences: { theme: 'pink' } }),
  'a wrong region': JSON.stringify({ preferences: { phoneRegion: 'de; rm -rf' } }),
  'preferences as a list': JSON.stringify({ preferences: [] }),
  'a __proto__ key': '{"__proto__":{"polluted":true}}',
  'a __proto__ key below': '{"preferences":{"__proto__":{"polluted":true}}}',
  '10 MB': JSON.stringify({ preferences: {}, more: 'x'.repeat(10_000_000) }),
  'a byte order mark': `\ufeff${JSON.stringify(GOOD)}`,
  'not UTF-8': Buffer.from([0x7b, 0xff, 0xfe, 0x7d]),
};

test.each(Object.entries(DAMAGED))('%s: set aside as it is, defaults, a notice', (_name, content) => {
  const { folder, file } = folderWith(content);
  const store = openPreferencesFile(folder);
  expect(store.read()).toBeUndefined();
  expect(store.notices).toEqual([{ code: 'preferences-reset', file: `${file}.bad` }]);
  expect(readFileSync(`${file}.bad`).equals(Buffer.from(content))).toBe(true);
  expect(Object.prototype).not.toHaveProperty('polluted');

  store.write(GOOD.preferences);
  const again = openPreferencesFile(folder);
  expect(again.read()).toEqual(GOOD.preferences);
  expect(again.notices).toEqual([]);
});

test('a first start has no file, no notice, and makes one for its owner only', () => {
  const { folder, file } = folderWith(null);
  const store = openPreferencesFile(folder);
  expect(store.read()).toBeUndefined();
  expect(store.notices).toEqual([]);
  store.write(GOOD.preferences);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(existsSync(`${file}.bad`)).toBe(false);
});

test('a good file is left alone, with what a newer version added', () => {
  const newer = { ...GOOD, preferences: { ...GOOD.preferences, density: 'compact' }, later: { a: 1 } };
  const { folder, file } = folderWith(JSON.stringify(newer));
  const store = openPreferencesFile(folder);
  expect(store.read()).toEqual(newer.preferences);
  store.remember('keptInTrayTold', true);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ ...newer, keptInTrayTold: true });
});

test('what the shell remembers is there at the next start', () => {
  const { folder } = folderWith(null);
  openPreferencesFile(folder).remember('window', { x: 1, y: 2 });
  expect(openPreferencesFile(folder).recall('window')).toEqual({ x: 1, y: 2 });
});

test('a file that cannot be read is damaged', () => {
  const { file } = folderWith(null);
  mkdirSync(file);
  expect(inspectPreferences(file)).toBe('damaged');
});

test('what can neither be read nor set aside: starts, says so, and owns up when asked to save', () => {
  const { folder, file } = folderWith(null);
  mkdirSync(file);
  // Another one is in the way: a folder with something in it cannot be replaced.
  mkdirSync(join(`${file}.bad`, 'kept'), { recursive: true });
  const store = openPreferencesFile(folder);
  expect(store.read()).toBeUndefined();
  expect(store.notices).toEqual([{ code: 'preferences-reset', file }]);
  expect(() => store.write({})).toThrow('neither');
  expect(() => store.remember('keptInTrayTold', true)).not.toThrow();
  expect(existsSync(join(`${file}.bad`, 'kept'))).toBe(true);
});

test('a file that its reader may not read is set aside too', () => {
  const { folder, file } = folderWith(JSON.stringify(GOOD));
  chmodSync(file, 0o000);
  // Root reads everything, so the reader is nobody.
  if (process.getuid?.() === 0) for (const path of [folder, file]) chownSync(path, 65534, 65534);
  const child = runChild('preferences-child.ts', [folder]);
  expect(child).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(child.stdout)).toEqual([{ code: 'preferences-reset', file: `${file}.bad` }]);
  expect(readFileSync(`${file}.bad`, 'utf8')).toBe(JSON.stringify(GOOD));
});

test('2,000 files that are not quite ours: opened, or set aside as they are; what is used is always whole', () => {
  const { folder, file } = folderWith(null);
  const text = JSON.stringify(GOOD);
  const changed = fc
    .tuple(fc.nat(text.length - 1), fc.nat(4), fc.oneof(fc.string(), fc.json(), fc.constantFrom('\0', '"', '{}', '7')))
    .map(([at, dropped, put]) => text.slice(0, at) + put + text.slice(at + dropped));
  const seen = { good: 0, damaged: 0 };
  fc.assert(
    fc.property(fc.oneof(changed, fc.json(), fc.string({ unit: 'binary' })), (content) => {
      writeFileSync(file, content);
      const condition = inspectPreferences(file);
      if (condition !== 'missing') seen[condition] += 1;
      const store = openPreferencesFile(folder);
      expect(store.notices).toHaveLength(condition === 'damaged' ? 1 : 0);
      const kept = condition === 'damaged' ? `${file}.bad` : file;
      expect(readFileSync(kept, 'utf8')).toBe(Buffer.from(content).toString());
      expect(Preferences.safeParse(parsePreferences(store.read())).success).toBe(true);
    }),
    { numRuns: 2_000, seed: 20261123 },
  );
  // Both must have happened, or nothing was tried.
  expect(Math.min(seen.good, seen.damaged)).toBeGreaterThan(100);
});
