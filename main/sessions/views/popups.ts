import type { BrowserWindow, BrowserWindowConstructorOptions, WebContents } from 'electron/main';
import { isSignInHost } from '../hosts.ts';
import { pageAddress } from '../navigation.ts';
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

function isSignIn(address: string): boolean {
  const url = pageAddress(address);
  return url !== null && isSignInHost(url.hostname);
}

/** Whether a page in a window of its own goes elsewhere than to the sign-in that the window is for. */
export function isAstray(contents: WebContents, owner: Owner | null, address: string): boolean {
  if (owner === null || owner.contents === contents) return false;
  return !owner.signingIn.has(contents) && !isSignIn(address);
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
    if (!isMainFrame) return;
    if (isSignIn(url)) owner.signingIn.add(webContents);
    owner.listener.popupGoing(url);
  });
  webContents.on('will-prevent-unload', (event) => event.preventDefault());
}
