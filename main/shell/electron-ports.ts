import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, safeStorage, session } from 'electron/main';
import type { Log } from '../log.ts';
import type { AutoStart, ExternalBrowser, Ports } from '../ports.ts';
import type { Registry } from '../sessions/views/registry.ts';
import { createViews, type ElectronViews } from '../sessions/views/views.ts';
import { createSystemClock, createSystemRandom } from '../system.ts';
import { autoStartFile, createLinuxAutoStart, createLoginItem } from './auto-start.ts';
import { readEnvironment } from './environment.ts';
import { openPreferencesFile, type ShellStore } from './preferences-file.ts';
import { openNetwork } from './network.ts';
import { createSecretBox } from './secret-box.ts';

interface Options {
  folder: string;
  log: Log;
  browser: ExternalBrowser;
  pages: Registry;
  tray: boolean;
}

/** Everything the core needs from outside, and what the shell needs of it beside the core. */
interface OpenPorts {
  ports: Ports;
  store: ShellStore;
  views: ElectronViews;
}

/** Everything the core needs from outside, on the real system. */
export function openPorts({ folder, log, browser, pages, tray }: Options): OpenPorts {
  const store = openPreferencesFile(folder);
  for (const { code } of store.notices) log.event(code);
  const views = createViews({
    registry: pages,
    log,
    partitions: join(app.getPath('sessionData'), 'Partitions'),
    downloadsFolder: app.getPath('downloads'),
  });
  const ports: Ports = {
    folder,
    clock: createSystemClock(),
    random: createSystemRandom(),
    secrets: createSecretBox({ storage: safeStorage, platform: process.platform, ready: app.whenReady() }),
    browser,
    fetch: openNetwork(session),
    preferencesFile: store,
    autoStart: createAutoStart(),
    log,
    views,
    environment: () => readEnvironment(app, { tray, notices: store.notices }),
  };
  return { ports, store, views };
}

function createAutoStart(): AutoStart {
  if (process.platform !== 'linux') return createLoginItem(app);
  // An AppImage runs from a place that is gone after it ends.
  const program = process.env['APPIMAGE'] ?? process.execPath;
  const command = app.isPackaged ? [program] : [program, app.getAppPath()];
  return createLinuxAutoStart(autoStartFile(process.env, homedir()), [...command, '--hidden']);
}
