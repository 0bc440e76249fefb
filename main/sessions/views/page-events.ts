import type { Input, WebContents } from 'electron/main';
import type { ViewListener } from '../port.ts';

/** `net::ERR_ABORTED`: another navigation took its place, the person stopped it, or it became a download. */
const ABORTED = -3;

/** Tells the listener what happens in a page. */
export function followPage(contents: WebContents, listener: ViewListener): void {
  contents.on('did-start-loading', () => listener.loading(true));
  contents.on('did-stop-loading', () => listener.loading(false));
  followNavigation(contents, listener);
  contents.on('page-title-updated', (_event, title) => listener.titled(title));
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') listener.crashed();
  });
  contents.on('unresponsive', () => listener.hung(true));
  contents.on('responsive', () => listener.hung(false));
  contents.on('audio-state-changed', ({ audible }) => listener.audible(audible));
  contents.on('found-in-page', (_event, { activeMatchOrdinal, matches, finalUpdate }) => {
    if (finalUpdate) listener.found({ current: activeMatchOrdinal, total: matches });
  });
  contents.on('before-input-event', (_event, input) => {
    if (input.type === 'keyDown') listener.keyed({ key: input.key, withCommand: isCommand(input) });
  });
}

function followNavigation(contents: WebContents, listener: ViewListener): void {
  const went = (address: string, isSamePage: boolean) => listener.went({ address, isSamePage, ...waysFrom(contents) });
  contents.on('did-start-navigation', ({ url, isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) listener.going(url);
  });
  contents.on('did-redirect-navigation', ({ url, isMainFrame }) => {
    if (isMainFrame) listener.going(url);
  });
  contents.on('did-navigate', (_event, url) => went(url, false));
  contents.on('did-navigate-in-page', (_event, url, isMainFrame) => {
    if (isMainFrame) went(url, true);
  });
  contents.on('did-fail-load', (_event, code, name, url, isMainFrame) => {
    if (isMainFrame && code !== ABORTED) listener.failed({ address: url, code: name, ...waysFrom(contents) });
  });
}

/** Where the history leads from here. */
export function waysFrom({ navigationHistory: history }: WebContents): { canGoBack: boolean; canGoForward: boolean } {
  return { canGoBack: history.canGoBack(), canGoForward: history.canGoForward() };
}

/** Ctrl and Alt together are AltGr, which types. */
function isCommand({ control, alt, meta }: Input): boolean {
  return meta || control !== alt;
}
