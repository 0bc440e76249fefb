import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import config from '../../../build/electron-builder.ts';

const root = resolve(import.meta.dirname, '../../..');
const text = (path: string) => readFileSync(resolve(root, path), 'utf8');

test('the fuses are those of the security requirements', () => {
  expect(config.electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  });
});

test('no native module is rebuilt, and the AppImage keeps its sandbox', () => {
  expect(config.npmRebuild).toBe(false);
  expect(config.toolsets?.appimage).not.toBe('0.0.0');
});

test('the desktop entry has one name everywhere', () => {
  const { desktopName } = JSON.parse(text('package.json'));
  expect(desktopName).toBe(`${config.appId}.desktop`);
  expect(text('main/shell/auto-start.ts')).toContain(`'${desktopName}'`);
  expect(text('main/index.ts')).toContain(`'${config.appId}'`);
});
