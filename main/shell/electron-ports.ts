import { homedir } from 'node:os';
import { app, safeStorage, session } from 'electron/main';
import type { Log } from '../log.ts';
import type { AutoStart, ExternalBrowser, Ports } from '../ports.ts';
import { createPrograms } from '../programs.ts';
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
  tray: boolean;
}

/** Everything the core needs from outside, on the real system. */
export function openPorts({ folder, log, browser, tray }: Options): { ports: Ports; store: ShellStore } {
  const store = openPreferencesFile(folder);
  for (const { code } of store.notices) log.event(code);
  const ports: Ports = {
    folder,
    clock: createSystemClock(),
    random: createSystemRandom(),
    secrets: createSecretBox({ storage: safeStorage, platform: process.platform, ready: app.whenReady() }),
    browser,
    programs: createPrograms(),
    fetch: openNetwork(session),
    preferencesFile: store,
    autoStart: createAutoStart(),
    log,
    environment: () => readEnvironment(app, { tray, notices: store.notices }),
  };
  return { ports, store };
}

function createAutoStart(): AutoStart {
  if (process.platform !== 'linux') return createLoginItem(app);
  // An AppImage runs from a place that is gone after it ends.
  const program = process.env['APPIMAGE'] ?? process.execPath;
  const command = app.isPackaged ? [program] : [program, app.getAppPath()];
  return createLinuxAutoStart(autoStartFile(process.env, homedir()), [...command, '--hidden']);
}
