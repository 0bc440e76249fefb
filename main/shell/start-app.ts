import { shell } from 'electron/common';
import { app, dialog, protocol } from 'electron/main';
import { createLog } from '../log.ts';
import { plainUserAgent } from '../sessions/user-agent.ts';
import { createRegistry } from '../sessions/views/registry.ts';
import { registerAppScheme } from './app-protocol.ts';
import { createExternalBrowser } from './external-browser.ts';
import { runApp } from './run-app.ts';
import { guardApp } from './security.ts';
import { hasTrayHost } from './tray-host.ts';

interface Options {
  /** Where everything is kept. */
  folder: string;
  /** False where that folder cannot be written. */
  writable: boolean;
  /** Starts in the tray, where there is one. */
  hidden: boolean;
}

/** Does what must be done before Electron is ready, and runs the app once it is. */
export function startApp({ folder, writable, hidden }: Options): void {
  app.enableSandbox();
  // Windows finds the app's notifications and taskbar entry by it.
  app.setAppUserModelId('app.switchboard.Switchboard');
  // For what no session speaks for: a service worker's own script is asked for with it.
  app.userAgentFallback = plainUserAgent(app.userAgentFallback);
  registerAppScheme(protocol);
  const log = createLog(app.getPath('userData'));
  const browser = createExternalBrowser(shell);
  const pages = createRegistry();
  guardApp(app, { browser, pages, log });
  const tray = hasTrayHost(process.platform, process.env);
  // Not awaited: Electron is ready only after the entry module has ended.
  app
    .whenReady()
    .then(() => runApp({ folder, writable, hidden, tray, log, browser, pages }))
    .catch(async (error: unknown) => {
      // A bug: what the store can meet is told in a window of its own.
      log.fault('start', error);
      await log.flush();
      dialog.showErrorBox('Switchboard could not start', 'What went wrong is written in its log file.');
      app.exit(1);
    });
}
