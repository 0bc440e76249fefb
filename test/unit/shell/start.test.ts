import { chmodSync, existsSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { prepareDataFolder } from '../../../main/shell/data-folder.ts';
import { appPaths } from '../../../main/shell/paths.ts';
import { problemWords } from '../../../main/store/problem-words.ts';
import { hasDarkPanel, trayIcon } from '../../../main/shell/tray-icon.ts';
import type { ProblemKind } from '../../../main/store/problems.ts';
import { temporaryFolder } from '../../support/folder.ts';

test('a data folder is made for its owner only; one that cannot be is no crash', () => {
  const folder = join(temporaryFolder(), 'a', 'b');
  expect(prepareDataFolder(folder)).toBe(true);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  writeFileSync(join(folder, 'file'), '');
  expect(prepareDataFolder(join(folder, 'file', 'below'))).toBe(false);
});

test.each([
  ['others could enter', 0o755, 0o700],
  ['anybody could write', 0o777, 0o700],
  ['all share', 0o1777, 0o1777],
])('a data folder that %s (%o) is %o afterwards', (_who, before, after) => {
  const folder = temporaryFolder();
  chmodSync(folder, before);
  expect(prepareDataFolder(folder)).toBe(true);
  expect(statSync(folder).mode & 0o7777).toBe(after);
});

const KINDS: readonly ProblemKind[] = [
  'not-a-database',
  'damaged',
  'emptied',
  'newer',
  'read-only',
  'full',
  'in-use',
  'unreadable',
  'old-runtime',
];

test.each(KINDS)('%s: says what is wrong, where, and what can be done', (kind) => {
  const words = problemWords({ kind, path: '/data/switchboard.db', found: 90, known: 10 });
  expect(words.path).toBe('/data/switchboard.db');
  for (const text of [words.title, words.text, words.advice]) expect(text).toMatch(/^[A-Z].+/);
  expect(`${words.text} ${words.advice}`).not.toMatch(/undefined|\bdelete\b/i);
});

test('a newer schema is named, and so is the newest that is known', () => {
  expect(problemWords({ kind: 'newer', path: '/data', found: 90, known: 10 }).text).toMatch(/90.*10/);
});

test('an old runtime says which one is needed', () => {
  const words = problemWords({ kind: 'old-runtime', path: '/usr/bin/node', found: 9, known: 10 });
  expect(words.text).toMatch(/needs Node 22\.14 or newer, with Node-API 10; this one has 9\./);
});

test.each([
  ['GNOME', false, true],
  ['ubuntu:GNOME', false, true],
  ['KDE', false, false],
  ['KDE', true, true],
  [undefined, false, false],
])('the panel of %s, windows dark: %s, is dark: %s', (desktop, darkSystem, dark) => {
  expect(hasDarkPanel(desktop === undefined ? {} : { XDG_CURRENT_DESKTOP: desktop }, darkSystem)).toBe(dark);
});

test('every icon is where it is looked for, in a working copy', () => {
  const root = resolve(import.meta.dirname, '../../..');
  const paths = appPaths({ getAppPath: () => root, isPackaged: false });
  const trays = (['darwin', 'win32', 'linux'] as const).flatMap((platform) =>
    [true, false].map((dark) => trayIcon(paths.icons, platform, dark)),
  );
  for (const file of [paths.windowIcon, ...trays]) expect([file, existsSync(file)]).toEqual([file, true]);
});
