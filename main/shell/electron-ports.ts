import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, BrowserWindow, dialog, globalShortcut, Notification, safeStorage, session } from 'electron/main';
import type { Log } from '../log.ts';
import type { AutoStart, ExternalBrowser, Ports } from '../ports.ts';
import { createPrograms } from '../programs.ts';
import type { Registry } from '../sessions/views/registry.ts';
import { createViews, type ElectronViews } from '../sessions/views/views.ts';
import { createSystemClock, createSystemRandom } from '../system.ts';
import { autoStartFile, createLinuxAutoStart, createLoginItem } from './auto-start.ts';
import { createBadge } from './badge.ts';
import { readEnvironment } from './environment.ts';
import { createFiles } from './files.ts';
import { createNotifier } from './notifications.ts';
import { createPictures } from './pictures.ts';
import { openPreferencesFile, type ShellStore } from './preferences-file.ts';
import { openNetwork } from './network.ts';
import { createSecretBox } from './secret-box.ts';
import { createSystemShortcut, type ShellShortcut } from './system-shortcut.ts';

interface Options {
  folder: string;
  log: Log;
  browser: ExternalBrowser;
  pages: Registry;
  tray: boolean;
  /** The folder of icons. */
  icons: string;
  /** Brings the window to the person. */
  toFront: () => void;
}

/** What the core needs from outside, on the real system, and what the shell needs of it. */
export interface SystemPorts {
  ports: Ports;
  store: ShellStore;
  shortcut: ShellShortcut;
  views: ElectronViews;
}

/** Opens everything. Call it once Electron is ready. */
export function openPorts({ folder, log, browser, pages, tray, icons, toFront }: Options): SystemPorts {
  const store = openPreferencesFile(folder);
  for (const { code } of store.notices) log.event(code);
  const pictures = createPictures(join(icons, 'letters.png'));
  const shortcut = createSystemShortcut(globalShortcut);
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
    programs: createPrograms(),
    fetch: openNetwork(session),
    preferencesFile: store,
    autoStart: createAutoStart(),
    notifier: createNotifier({
      Notification,
      picture: pictures.account,
      toFront,
      hasFocus: () => BrowserWindow.getFocusedWindow() !== null,
      log,
    }),
    badge: createBadge({
      app,
      platform: process.platform,
      windows: () => BrowserWindow.getAllWindows(),
      picture: pictures.number,
    }),
    shortcut,
    ...createFiles({ dialog, window: () => BrowserWindow.getFocusedWindow() }),
    log,
    views,
    environment: () => readEnvironment(app, { tray, notices: store.notices }),
  };
  return { ports, store, shortcut, views };
}

function createAutoStart(): AutoStart {
  if (process.platform !== 'linux') return createLoginItem(app);
  // An AppImage runs from a place that is gone after it ends.
  const program = process.env['APPIMAGE'] ?? process.execPath;
  const command = app.isPackaged ? [program] : [program, app.getAppPath()];
  return createLinuxAutoStart(autoStartFile(process.env, homedir()), [...command, '--hidden']);
}
