import type { App, Session, WebContents } from 'electron/main';
import type { Log } from '../log.ts';
import type { ExternalBrowser } from '../ports.ts';
import { externalAddress } from '../external-address.ts';
import { guardPage } from '../sessions/views/guards.ts';
import type { Registry } from '../sessions/views/registry.ts';
import { isOwnRequest, ownAddress } from './addresses.ts';

interface Guards {
  browser: ExternalBrowser;
  /** Which sessions and pages are of accounts. */
  pages: Registry;
  log: Log;
}

/**
 * Guards every webContents and session from the moment it is made, so that none can be forgotten (security: W2).
 * Call it before the first window.
 */
export function guardApp(app: Pick<App, 'on'>, guards: Guards): void {
  const { pages, log } = guards;
  app.on('web-contents-created', (_event, contents) => {
    // A page of an account may go and ask for more than ours; everything else is held to our own.
    if (pages.accountOf(contents.session) === null) guardContents(contents, guards);
    else guardPage(contents, pages, log);
  });
  app.on('session-created', (session) => guardSession(session, guards));
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, callback) => {
    event.preventDefault();
    callback(false);
  });
  app.on('select-client-certificate', (event, contents, url, _list, callback) => {
    event.preventDefault();
    callback();
    pages.ownerOf(contents)?.listener.signInRefused(url, 'certificate');
  });
  app.on('login', (event, contents, details, info, callback) => {
    event.preventDefault();
    callback();
    const { url } = details;
    const { scheme } = info;
    const asked = scheme === 'basic' || scheme === 'digest' ? 'password' : 'domain-login';
    pages.ownerOf(contents)?.listener.signInRefused(url, asked);
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

/** The only permission that a page of ours needs, for its copy buttons: to write text to the clipboard on a click. */
const OURS = 'clipboard-sanitized-write';

/**
 * Refuses every other permission, device, screen capture and download (security: 2.1, 5); the session of an account is
 * then opened as far as its person allows.
 */
export function guardSession(session: Session, { pages, log }: Pick<Guards, 'pages' | 'log'>): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    const isOurs = permission === OURS && ownAddress(details.requestingUrl) !== null;
    if (!isOurs) log.event('permission-denied', { permission });
    callback(isOurs);
  });
  session.setPermissionCheckHandler((_contents, name, origin) => name === OURS && ownAddress(origin) !== null);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null));
  session.on('will-download', (event) => {
    if (pages.accountOf(session) === null) event.preventDefault();
  });
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
