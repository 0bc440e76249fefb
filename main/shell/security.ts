import type { App, Session, WebContents } from 'electron/main';
import type { Log } from '../log.ts';
import type { ExternalBrowser } from '../ports.ts';
import { externalAddress } from '../external-address.ts';
import { isOwnRequest, ownAddress } from './addresses.ts';

interface Guards {
  browser: ExternalBrowser;
  log: Log;
}

/**
 * Guards every webContents and session from the moment it is made, so that none can be forgotten (security: W2).
 * Call it before the first window.
 */
export function guardApp(app: Pick<App, 'on'>, guards: Guards): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, guards));
  app.on('session-created', (session) => guardSession(session, guards.log));
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, callback) => {
    event.preventDefault();
    callback(false);
  });
  app.on('select-client-certificate', (event, _contents, _url, _list, callback) => {
    event.preventDefault();
    callback();
  });
  app.on('login', (event, _contents, _details, _info, callback) => {
    event.preventDefault();
    callback();
  });
}

/** Holds a webContents to our own pages: no way out by navigation, new windows or webviews (security: 2.1, 12 to 14). */
function guardContents(contents: Pick<WebContents, 'on' | 'setWindowOpenHandler'>, { browser, log }: Guards): void {
  const holdNavigation = (event: { url: string; preventDefault(): void }) => {
    if (ownAddress(event.url)) return;
    event.preventDefault();
    log.event('navigation-blocked');
  };
  // None of the three covers the others: subframes have their own event, and so have redirects.
  contents.on('will-navigate', holdNavigation);
  contents.on('will-frame-navigate', holdNavigation);
  contents.on('will-redirect', holdNavigation);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    const address = externalAddress(url);
    if (address) void browser.open(address);
    else log.event('window-blocked');
    return { action: 'deny' };
  });
}

/** Refuses every permission, device, screen capture and download (security: 2.1, 5). No page of ours needs one. */
export function guardSession(session: Session, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, callback) => {
    log.event('permission-denied', { permission });
    callback(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null));
  session.on('will-download', (event) => event.preventDefault());
}

/**
 * Cancels every request of our own session that is not for one of our own files (security: W11).
 * `devTools` lets Chromium's own tools load, which a packaged app does not offer.
 */
export function guardNetwork(
  session: Pick<Session, 'webRequest'>,
  log: Log,
  { devTools }: { devTools: boolean },
): void {
  session.webRequest.onBeforeRequest(({ url }, callback) => {
    const allowed = isOwnRequest(url) || (devTools && url.startsWith('devtools:'));
    if (!allowed) log.event('request-blocked');
    callback({ cancel: !allowed });
  });
}
