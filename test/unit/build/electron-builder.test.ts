import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const text = (path: string) => readFileSync(resolve(root, path), 'utf8');
const config = text('electron-builder.yml');

test('every fuse that the packager knows is named', () => {
  const schema = text('node_modules/app-builder-lib/scheme.json');
  const { properties } = JSON.parse(schema).definitions.FuseOptionsV1;
  const fuses = Object.keys(properties).filter((name) => name !== 'resetAdHocDarwinSignature');
  expect(fuses.length).toBeGreaterThan(7);
  for (const fuse of fuses) expect(config).toMatch(new RegExp(`^  ${fuse}: (true|false)$`, 'm'));
});

test('only the native module is packed as a package; all others are in the bundles', () => {
  expect(Object.keys(JSON.parse(text('package.json')).dependencies)).toEqual(['better-sqlite3']);
});

test('no native module is rebuilt, and the AppImage keeps its sandbox', () => {
  expect(config).toMatch(/^npmRebuild: false$/m);
  expect(config).toMatch(/^  appimage: 1\.0\.3$/m);
});

test('the desktop entry has one name everywhere', () => {
  const appId = /^appId: (.+)$/m.exec(config)?.[1] ?? '';
  const { desktopName } = JSON.parse(text('package.json'));
  expect(desktopName).toBe(`${appId}.desktop`);
  expect(text('main/shell/auto-start.ts')).toContain(`'${desktopName}'`);
  expect(text('main/shell/start-app.ts')).toContain(`'${appId}'`);
});
