import { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import { app } from './app/app.ts';
import { complete } from './refuse.ts';
import type * as ipcMainModule from './contents/ipc-main.ts';
import type * as contentsModule from './contents/web-contents-module.ts';
import type * as itemModule from './menu/menu-item.ts';
import type * as menuModule from './menu/menu.ts';
import type * as sessionModule from './session/session.ts';
import type * as clipboardModule from './system/clipboard.ts';
import type * as dialogModule from './system/dialog.ts';
import type * as shortcutModule from './system/global-shortcut.ts';
import type * as imageModule from './system/native-image.ts';
import type * as themeModule from './system/native-theme.ts';
import type * as notificationModule from './system/notification.ts';
import type * as safeModule from './system/safe-storage.ts';
import type * as screenModule from './system/screen.ts';
import type * as shellModule from './system/shell.ts';
import type * as trayModule from './tray/tray.ts';
import type * as windowModule from './window/browser-window.ts';
import type * as viewModule from './window/view.ts';

const require = createRequire(import.meta.url);

// Loaded when the app first uses them: a start that ends at the lock or in a terminal needs neither pages nor windows.
const load = {
  clipboard: (): typeof clipboardModule => require('./system/clipboard.ts'),
  contents: (): typeof contentsModule => require('./contents/web-contents-module.ts'),
  dialog: (): typeof dialogModule => require('./system/dialog.ts'),
  image: (): typeof imageModule => require('./system/native-image.ts'),
  ipcMain: (): typeof ipcMainModule => require('./contents/ipc-main.ts'),
  item: (): typeof itemModule => require('./menu/menu-item.ts'),
  menu: (): typeof menuModule => require('./menu/menu.ts'),
  notification: (): typeof notificationModule => require('./system/notification.ts'),
  safe: (): typeof safeModule => require('./system/safe-storage.ts'),
  screen: (): typeof screenModule => require('./system/screen.ts'),
  session: (): typeof sessionModule => require('./session/session.ts'),
  shell: (): typeof shellModule => require('./system/shell.ts'),
  shortcut: (): typeof shortcutModule => require('./system/global-shortcut.ts'),
  theme: (): typeof themeModule => require('./system/native-theme.ts'),
  tray: (): typeof trayModule => require('./tray/tray.ts'),
  view: (): typeof viewModule => require('./window/view.ts'),
  window: (): typeof windowModule => require('./window/browser-window.ts'),
};

/** The same answer each time, of one call. */
function kept<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

// They throw for what they lack.
const whole = {
  clipboard: kept(() => complete('clipboard', load.clipboard().clipboard)),
  contents: kept(() => complete('webContents', load.contents().webContentsModule)),
  dialog: kept(() => complete('dialog', load.dialog().dialog)),
  image: kept(() => complete('nativeImage', load.image().nativeImage)),
  protocol: kept(() => complete('protocol', load.session().protocolModule)),
  safe: kept(() => complete('safeStorage', load.safe().safeStorage)),
  session: kept(() => complete('session', load.session().sessionModule)),
  shell: kept(() => complete('shell', load.shell().shell)),
  shortcut: kept(() => complete('globalShortcut', load.shortcut().globalShortcut)),
};

/** Only its events can be subscribed to; none ever comes. */
const powerMonitor = new EventEmitter();

/** The module `electron` in the main process: what Switchboard uses of it. The rest throws, and says what it was. */
export const electron = complete('electron', {
  app,
  get BrowserWindow() {
    return load.window().BrowserWindow;
  },
  get Menu() {
    return load.menu().Menu;
  },
  get MenuItem() {
    return load.item().MenuItem;
  },
  get Notification() {
    return load.notification().Notification;
  },
  get Tray() {
    return load.tray().Tray;
  },
  get View() {
    return load.view().View;
  },
  get WebContentsView() {
    return load.view().WebContentsView;
  },
  get clipboard() {
    return whole.clipboard();
  },
  get dialog() {
    return whole.dialog();
  },
  get globalShortcut() {
    return whole.shortcut();
  },
  get ipcMain() {
    return load.ipcMain().ipcMain;
  },
  get nativeImage() {
    return whole.image();
  },
  get nativeTheme() {
    return load.theme().nativeTheme;
  },
  powerMonitor: complete('powerMonitor', powerMonitor),
  get protocol() {
    return whole.protocol();
  },
  get safeStorage() {
    return whole.safe();
  },
  get screen() {
    return load.screen().screen;
  },
  get session() {
    return whole.session();
  },
  get shell() {
    return whole.shell();
  },
  get webContents() {
    return whole.contents();
  },
} satisfies Partial<Record<keyof typeof Electron.CrossProcessExports, unknown>>);
