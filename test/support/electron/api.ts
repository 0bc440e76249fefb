import { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import { app } from './app/app.ts';
import { complete } from './refuse.ts';

const require = createRequire(import.meta.url);

// Loaded when the app first uses them: a start that ends at the lock or in a terminal needs neither pages nor windows.
const load = {
  clipboard: (): typeof import('./system/clipboard.ts') => require('./system/clipboard.ts'),
  contents: (): typeof import('./contents/web-contents-module.ts') => require('./contents/web-contents-module.ts'),
  dialog: (): typeof import('./system/dialog.ts') => require('./system/dialog.ts'),
  image: (): typeof import('./system/native-image.ts') => require('./system/native-image.ts'),
  ipcMain: (): typeof import('./contents/ipc-main.ts') => require('./contents/ipc-main.ts'),
  item: (): typeof import('./menu/menu-item.ts') => require('./menu/menu-item.ts'),
  menu: (): typeof import('./menu/menu.ts') => require('./menu/menu.ts'),
  notification: (): typeof import('./system/notification.ts') => require('./system/notification.ts'),
  safe: (): typeof import('./system/safe-storage.ts') => require('./system/safe-storage.ts'),
  screen: (): typeof import('./system/screen.ts') => require('./system/screen.ts'),
  session: (): typeof import('./session/session.ts') => require('./session/session.ts'),
  shell: (): typeof import('./system/shell.ts') => require('./system/shell.ts'),
  shortcut: (): typeof import('./system/global-shortcut.ts') => require('./system/global-shortcut.ts'),
  theme: (): typeof import('./system/native-theme.ts') => require('./system/native-theme.ts'),
  tray: (): typeof import('./tray/tray.ts') => require('./tray/tray.ts'),
  view: (): typeof import('./window/view.ts') => require('./window/view.ts'),
  window: (): typeof import('./window/browser-window.ts') => require('./window/browser-window.ts'),
};

const whole = new Map<string, object>();

/** A member that throws for what it lacks; the same object each time. */
function completed<T extends object>(name: string, part: () => T): T {
  const known: object | undefined = whole.get(name);
  const made = known ?? complete(name, part());
  whole.set(name, made);
  // It was made of this part.
  return made as T;
}

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
    return completed('clipboard', () => load.clipboard().clipboard);
  },
  get dialog() {
    return completed('dialog', () => load.dialog().dialog);
  },
  get globalShortcut() {
    return completed('globalShortcut', () => load.shortcut().globalShortcut);
  },
  get ipcMain() {
    return load.ipcMain().ipcMain;
  },
  get nativeImage() {
    return completed('nativeImage', () => load.image().nativeImage);
  },
  get nativeTheme() {
    return load.theme().nativeTheme;
  },
  powerMonitor: complete('powerMonitor', powerMonitor),
  get protocol() {
    return completed('protocol', () => load.session().protocolModule);
  },
  get safeStorage() {
    return completed('safeStorage', () => load.safe().safeStorage);
  },
  get screen() {
    return load.screen().screen;
  },
  get session() {
    return completed('session', () => load.session().sessionModule);
  },
  get shell() {
    return completed('shell', () => load.shell().shell);
  },
  get webContents() {
    return completed('webContents', () => load.contents().webContentsModule);
  },
} satisfies Partial<Record<keyof typeof Electron.CrossProcessExports, unknown>>);
