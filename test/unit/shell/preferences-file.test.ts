import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inspectPreferences } from '../../../main/shell/preferences-damage.ts';

// Outside Electron its package gives the path of a program, and electron-store then works in the folder it is given.
process.env['ELECTRON_OVERRIDE_DIST_PATH'] = '/nowhere';
const { openPreferencesFile } = await import('../../../main/shell/preferences-file.ts');

const GOOD = { preferences: { theme: 'dark', keepInTray: false, openAtLogin: false, phoneRegion: 'DE' } };

function folderWith(content: string | Buffer | null): { folder: string; file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'switchboard-preferences-'));
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

test.skipIf(process.getuid?.() === 0)('a file of another owner is set aside too', () => {
  const { folder, file } = folderWith(JSON.stringify(GOOD));
  chmodSync(file, 0o000);
  expect(openPreferencesFile(folder).notices).toHaveLength(1);
});
