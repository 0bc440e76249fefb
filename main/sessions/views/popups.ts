import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron/main';
import type { Owner, Registry } from './registry.ts';

/** A sign-in's own window: as bare as a page's view, of one size whatever the page wished. */
export function popupOptions(): BrowserWindowConstructorOptions {
  return {
    width: 520,
    height: 680,
    title: 'Sign in',
    autoHideMenuBar: true,
    fullscreenable: false,
    // A literal, never spread from data (security: W5). The session is the opener's.
    webPreferences: Object.freeze({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
    }),
  };
}

/** Follows a sign-in's own window: its title says where it is, and it closes with the tab that opened it. */
export function adoptPopup(window: BrowserWindow, owner: Owner, registry: Registry): void {
  const { webContents } = window;
  owner.popups.add(window);
  registry.addPage(webContents, owner);
  window.on('closed', () => owner.popups.delete(window));
  // A page's own title could say that it is somewhere else.
  window.on('page-title-updated', (event) => event.preventDefault());
  webContents.on('did-navigate', (_event, url) => window.setTitle(URL.parse(url)?.host || 'Sign in'));
  webContents.on('did-start-navigation', ({ url, isMainFrame }) => {
    if (isMainFrame) owner.listener.popupGoing(url);
  });
  webContents.on('will-prevent-unload', (event) => event.preventDefault());
}
