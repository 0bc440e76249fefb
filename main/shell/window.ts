import { BrowserWindow, nativeTheme, type Rectangle } from 'electron/main';
import { appAddress } from './addresses.ts';
import type { AppPaths } from './paths.ts';
import { MIN_SIZE } from './window-bounds.ts';

/** What differs between our own windows. */
export interface WindowOptions {
  /** The page's path under our scheme; empty for the app itself. */
  page: string;
  bounds: Partial<Rectangle>;
  paths: AppPaths;
  /** Called if the page does not load: our own files are missing. */
  onFailure: (error: unknown) => void;
}

/** The canvas of Fluent's themes, so that nothing flashes before the page is drawn. */
const BACKGROUND = { light: '#fafafa', dark: '#1f1f1f' } as const;

/** Makes one of our own windows, hidden, and loads its page. The only place that makes one or calls `loadURL`. */
export function createWindow({ page, bounds, paths, onFailure }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...bounds,
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    title: 'Switchboard',
    icon: paths.windowIcon,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    // A literal, never spread from data (security: W5).
    webPreferences: Object.freeze({
      preload: paths.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
      v8CacheOptions: 'bypassHeatCheck',
    }),
  });
  window.loadURL(appAddress(page)).catch(onFailure);
  return window;
}

/** How long a Linux window may wait for its first picture. */
const PATIENCE_MS = 2000;

/**
 * Shows a window once it is drawn. On Wayland `ready-to-show` may never come for a hidden window
 * (electron/electron#48859), so on Linux a loaded page or two seconds are enough.
 */
export function showOnceDrawn(window: BrowserWindow, show: () => void): void {
  let shown = false;
  const once = () => {
    if (shown || window.isDestroyed()) return;
    shown = true;
    show();
  };
  window.once('ready-to-show', once);
  if (process.platform !== 'linux') return;
  window.webContents.once('did-finish-load', once);
  setTimeout(once, PATIENCE_MS);
}

/** Brings a window to the person, from wherever it was. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
