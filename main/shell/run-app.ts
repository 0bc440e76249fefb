import { shell } from 'electron/common';
import { app, protocol, session } from 'electron/main';
import * as z from 'zod';
import { type Core, createCore } from '../core.ts';
import { answerRequest } from '../command-line/answer.ts';
import type { Request } from '../command-line/messages.ts';
import { serveCommandLine } from '../command-line/serve.ts';
import { incidentId, type Log } from '../log.ts';
import type { ExternalBrowser, Ports } from '../ports.ts';
import { createSystemRandom } from '../system.ts';
import type { Registry } from '../sessions/views/registry.ts';
import { serveApp } from './app-protocol.ts';
import { BUILT_CLIENT_ID } from './build-options.ts';
import { LINK_SCHEME } from './deep-link.ts';
import type { LinkInbox } from './link-inbox.ts';
import type { MainWindow } from './main-window.ts';
import { appPaths } from './paths.ts';
import { openPorts } from './electron-ports.ts';
import { guardNetwork, guardSession } from './security.ts';
import { startShell } from './shell.ts';
import { openStartupProblem, type ProblemWindow } from './startup-problem.ts';

export interface RunOptions {
  /** Where everything is kept. */
  folder: string;
  /** False where that folder cannot be written: then there is no lock on it either. */
  writable: boolean;
  hidden: boolean;
  tray: Promise<boolean>;
  log: Log;
  browser: ExternalBrowser;
  links: LinkInbox;
  pages: Registry;
}

/** Builds the parts and runs the app until it quits. Call it once Electron is ready. */
export async function runApp(options: RunOptions): Promise<void> {
  const { folder, writable, hidden, tray, log, browser, links, pages } = options;
  const paths = appPaths(app);
  const onFailure = (error: unknown) => log.fault(incidentId(createSystemRandom()), error);
  guardSession(session.defaultSession, { pages, log });
  guardNetwork(session.defaultSession, log, { devTools: !app.isPackaged });
  serveApp(protocol, paths.pages);

  // The window that a second start brings to the front.
  let front: { show(): void } | null = null;
  onSecondStart(log, links, () => front?.show());
  takeLinks();

  const hasTray = await tray;
  const { ports, store, shortcut, views } = openPorts({
    folder,
    log,
    browser,
    pages,
    tray: hasTray,
    icons: paths.icons,
    toFront: () => front?.show(),
  });
  let problemWindow: ProblemWindow | null = null;
  for (;;) {
    const opened = createCore(ports, { trustOutput: app.isPackaged, clientId: BUILT_CLIENT_ID });
    if (opened.ok) {
      const core = opened.value;
      log.event('app-started', { version: app.getVersion() });
      closeOnQuit(core, log, onFailure);
      const shown = startShell({
        core,
        store,
        shortcut,
        views,
        paths,
        log,
        hidden: hidden || openedAtLogin(),
        tray: hasTray,
        onFailure,
      });
      links.deliverTo((navigation) => shown.open(navigation));
      hearCommandLine(core, shown, ports).catch(onFailure);
      front = shown;
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

/** A second start hands over what it was asked; Chromium may have changed the order of its `argv` (security: W10). */
function onSecondStart(log: Log, links: LinkInbox, show: () => void): void {
  const Handed = z.strictObject({ hidden: z.boolean(), link: z.string().nullable() });
  app.on('second-instance', (_event, _argv, _folder, data) => {
    log.event('second-start');
    const { data: handed } = Handed.safeParse(data);
    if (handed?.link) links.receive(handed.link);
    if (!handed?.hidden) show();
  });
}

/** Has the system hand links to us. On Linux the installed desktop entry does that; asking there takes a process. */
function takeLinks(): void {
  if (!app.isPackaged || process.platform === 'linux') return;
  // After `--` Chromium takes nothing for a switch, whatever a link holds (CVE-2018-1000006).
  app.setAsDefaultProtocolClient(LINK_SCHEME, process.execPath, ['--']);
}

/** Answers command lines until the app quits. */
async function hearCommandLine(core: Core, window: MainWindow, ports: Ports): Promise<void> {
  const answer = (request: Request) =>
    answerRequest({ commands: core.commands, open: (navigation) => window.open(navigation) }, request);
  const { close } = await serveCommandLine({ ...ports, answer });
  app.on('will-quit', close);
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
