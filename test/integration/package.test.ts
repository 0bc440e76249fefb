import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { expect, test } from 'vitest';
import { packageFaults } from '../../build/after-pack.ts';
import { packApp } from '../support/packed-app.ts';

const BUILT = [
  'out/main/index.js',
  'out/main/licenses.txt',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'out/renderer/licenses.txt',
  'out/renderer/startup-problem.html',
];

test('packs the app, its icons and one native module, with every fuse set', async () => {
  const packed = await packApp([...BUILT, 'out/main/index.js.map', '.env', 'out/.env.local', 'main/index.ts']);

  expect(packageFaults(packed.resources, 'linux')).toEqual([]);
  expect(packageFaults(packed.resources, 'win32')).toEqual(['bin/switchboard.cmd is missing']);
  const files = listPackage(join(packed.resources, 'app.asar'), { isPack: false });
  expect(files.filter((file) => /\.map$|\.env|^\/main/.test(file))).toEqual([]);
  expect(readdirSync(join(packed.resources, 'icons', 'tray'))).toContain('for-dark-64.png');
  // In the order of Electron's fuse wire: runAsNode, cookieEncryption, nodeOptions, nodeCliInspect, asar integrity,
  // only from asar, own V8 snapshot, file privileges.
  expect(packed.fuses(readFileSync(packed.program))).toBe('01001100');
});

test('a package without its pages does not come out', async () => {
  await expect(packApp(['out/main/index.js', 'out/preload/index.cjs'])).rejects.toThrow(
    /out\/renderer\/index\.html is missing/,
  );
});
