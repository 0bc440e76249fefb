import { mkdtempSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron/main';
import { prepareDataFolder } from './shell/data-folder.ts';
import { readStartOptions } from './shell/start-options.ts';

const { dataFolder, hidden } = readStartOptions(process.argv);
const folder = dataFolder ?? app.getPath('userData');
const writable = prepareDataFolder(folder);
// The lock and Chromium's own files follow this path; where the folder cannot take them, they must not stop the app
// from saying so.
app.setPath('userData', writable ? folder : mkdtempSync(join(tmpdir(), 'switchboard-')));

if (app.requestSingleInstanceLock({ argv: process.argv })) {
  // Compiled code is kept for the next start. An AppImage lies elsewhere each time, and would only fill the disk.
  if (!process.env['APPIMAGE']) enableCompileCache(join(app.getPath('userData'), 'compile-cache'));
  // Only now, so that it is cached and a second start loads none of it. Awaited, because Electron is ready only after
  // this module has ended, and some of it must come before.
  const { startApp } = await import('./shell/start-app.ts');
  startApp({ folder, writable, hidden });
} else {
  // The first start has the arguments now, and shows its window.
  app.exit(0);
}
