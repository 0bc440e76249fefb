import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shell } from 'electron/common';
import { app, dialog, protocol } from 'electron/main';
import { createLog } from './log.ts';
import { registerAppScheme } from './shell/app-protocol.ts';
import { prepareDataFolder } from './shell/data-folder.ts';
import { createExternalBrowser } from './shell/external-browser.ts';
import { runApp } from './shell/run-app.ts';
import { guardApp } from './shell/security.ts';
import { readStartOptions } from './shell/start-options.ts';
import { hasTrayHost } from './shell/tray-host.ts';

const { dataFolder, hidden } = readStartOptions(process.argv);
const folder = dataFolder ?? app.getPath('userData');
const writable = prepareDataFolder(folder);
// The lock and Chromium's own files follow this path; where the folder cannot take them, they must not stop the app
// from saying so.
app.setPath('userData', writable ? folder : mkdtempSync(join(tmpdir(), 'switchboard-')));

if (app.requestSingleInstanceLock({ argv: process.argv })) start();
// The first start has the arguments now, and shows its window.
else app.exit(0);

function start(): void {
  app.enableSandbox();
  // Windows finds the app's notifications and taskbar entry by it.
  app.setAppUserModelId('app.switchboard.Switchboard');
  registerAppScheme(protocol);
  const log = createLog(app.getPath('userData'));
  const browser = createExternalBrowser(shell);
  guardApp(app, { browser, log });
  const tray = hasTrayHost(process.platform, process.env);
  // Not awaited: Electron is ready only after this module has ended.
  app
    .whenReady()
    .then(() => runApp({ folder, writable, hidden, tray, log, browser }))
    .catch((error: unknown) => {
      // A bug: what the store can meet is told in a window of its own.
      log.fault('start', error);
      dialog.showErrorBox('Switchboard could not start', 'What went wrong is written in its log file.');
      app.exit(1);
    });
}
