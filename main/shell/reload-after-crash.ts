import type { Log } from '../log.ts';

/** What is needed of a window's `webContents`. */
interface Contents {
  on(event: 'did-finish-load', listener: () => void): unknown;
  on(event: 'render-process-gone', listener: (event: unknown, details: { reason: string }) => void): unknown;
  reload(): void;
}

/**
 * Loads a page again whose process has crashed, instead of leaving the window white: all that counts is in main, and
 * the page reads it anew. One that crashes before it has loaded is left, or it would crash for ever.
 */
export function reloadAfterCrash(contents: Contents, log: Log): void {
  let loaded = false;
  contents.on('did-finish-load', () => (loaded = true));
  contents.on('render-process-gone', (_event, { reason }) => {
    log.event('page-gone', { reason });
    if (!loaded || reason === 'clean-exit') return;
    loaded = false;
    contents.reload();
  });
}
