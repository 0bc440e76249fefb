import { EventEmitter } from 'node:events';
import { app } from './app/app.ts';
import { browsers } from './browser/browser.ts';
import { ipcMain } from './contents/ipc-main.ts';
import { webContentsModule } from './contents/web-contents-module.ts';
import { MenuItem } from './menu/menu-item.ts';
import { Menu } from './menu/menu.ts';
import { complete } from './refuse.ts';
import { protocolModule, sessionModule } from './session/session.ts';
import { clipboard } from './system/clipboard.ts';
import { dialog } from './system/dialog.ts';
import { globalShortcut } from './system/global-shortcut.ts';
import { nativeImage } from './system/native-image.ts';
import { nativeTheme } from './system/native-theme.ts';
import { Notification } from './system/notification.ts';
import { safeStorage } from './system/safe-storage.ts';
import { screen } from './system/screen.ts';
import { shell } from './system/shell.ts';
import { Tray } from './tray/tray.ts';
import { BrowserWindow } from './window/browser-window.ts';
import { View, WebContentsView } from './window/view.ts';

app.beforeExit.push(async () => {
  await Promise.all([...browsers.values()].map((browser) => browser.stop()));
});

/** Only its events can be subscribed to; none ever comes. */
const powerMonitor = new EventEmitter();

/** The module `electron` in the main process: what Switchboard uses of it. The rest throws, and says what it was. */
export const electron = complete('electron', {
  app,
  BrowserWindow,
  Menu,
  MenuItem,
  Notification,
  Tray,
  View,
  WebContentsView,
  clipboard: complete('clipboard', clipboard),
  dialog: complete('dialog', dialog),
  globalShortcut: complete('globalShortcut', globalShortcut),
  ipcMain,
  nativeImage: complete('nativeImage', nativeImage),
  nativeTheme,
  powerMonitor: complete('powerMonitor', powerMonitor),
  protocol: complete('protocol', protocolModule),
  safeStorage: complete('safeStorage', safeStorage),
  screen,
  session: complete('session', sessionModule),
  shell: complete('shell', shell),
  webContents: complete('webContents', webContentsModule),
} satisfies Partial<Record<keyof typeof Electron.CrossProcessExports, unknown>>);
