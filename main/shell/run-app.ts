import { shell } from 'electron/common';
import { app, protocol, session } from 'electron/main';
import * as z from 'zod';
import { type Core, createCore } from '../core.ts';
import { incidentId, type Log } from '../log.ts';
import type { ExternalBrowser } from '../ports.ts';
import { createSystemRandom } from '../system.ts';
import type { Registry } from '../sessions/views/registry.ts';
import { serveApp } from './app-protocol.ts';
import { BUILT_CLIENT_ID } from './build-options.ts';
import { appPaths } from './paths.ts';
import { openPorts } from './electron-ports.ts';
import { guardNetwork, guardSession } from './security.ts';
import { startShell } from './shell.ts';
import { openStartupProblem, type ProblemWindow } from './startup-problem.ts';
import { readStartOptions } from './start-options.ts';

export interface RunOptions {
  /** Where everything is kept. */
  folder: string;
  /** False where that folder cannot be written: then there is no lock on it either. */
  writable: boolean;
  hidden: boolean;
  tray: Promise<boolean>;
  log: Log;
  browser: ExternalBrowser;
  pages: Registry;
}

/** Builds the parts and runs the app until it quits. Call it once Electron is ready. */
export async function runApp({ folder, writable, hidden, tray, log, browser, pages }: RunOptions): Promise<void> {
  const paths = appPaths(app);
  const onFailure = (error: unknown) => log.fault(incidentId(createSystemRandom()), error);
  guardSession(session.defaultSession, { pages, log });
  guardNetwork(session.defaultSession, log, { devTools: !app.isPackaged });
  serveApp(protocol, paths.pages);

  // The window that a second start brings to the front.
  let front: { show(): void } | null = null;
  onSecondStart(log, () => front?.show());

  const hasTray = await tray;
  const { ports, store, views } = openPorts({ folder, log, browser, pages, tray: hasTray });
  let problemWindow: ProblemWindow | null = null;
  for (;;) {
    const opened = createCore(ports, { trustOutput: app.isPackaged, clientId: BUILT_CLIENT_ID });
    if (opened.ok) {
      const core = opened.value;
      log.event('app-started', { version: app.getVersion() });
      closeOnQuit(core, log, onFailure);
      front = startShell({
        core,
        store,
        views,
        paths,
        log,
        hidden: hidden || openedAtLogin(),
        tray: hasTray,
        onFailure,
      });
      break;
    }
    const next = openStartupProblem(opened.problem, { paths, log, system: shell, onFailure });
    problemWindow?.close();
    problemWindow = next;
    front = next;
    if ((await next.decision) === 'quit') return app.quit();
    // Only a new start can take the lock on the folder.
    if (!writable) return restart();
  }
  // Only now, because the app quits with its last window.
  problemWindow?.close();
}

/** macOS passes no arguments to what it opens at login; it has to be asked. */
function openedAtLogin(): boolean {
  return process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
}

/** A second start hands its arguments over; Chromium may have changed their order in `argv`, so ours are sent beside it. */
function onSecondStart(log: Log, show: () => void): void {
  const Handed = z.object({ argv: z.array(z.string()).max(100) });
  app.on('second-instance', (_event, _argv, _folder, data) => {
    log.event('second-start');
    const { data: handed } = Handed.safeParse(data);
    if (!handed || !readStartOptions(handed.argv).hidden) show();
  });
}

/** Holds the end of the app back, once, until the core is closed. */
function closeOnQuit(core: Core, log: Log, onFailure: (error: unknown) => void): void {
  let state: 'open' | 'closing' | 'closed' = 'open';
  const close = async () => {
    await core.close().catch(onFailure);
    log.event('app-quit');
    state = 'closed';
    app.quit();
  };
  app.on('will-quit', (event) => {
    if (state !== 'closed') event.preventDefault();
    if (state !== 'open') return;
    state = 'closing';
    void close();
  });
}

function restart(): void {
  app.relaunch();
  app.exit(0);
}
