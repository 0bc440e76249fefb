/* oxlint-disable unicorn/consistent-function-scoping -- sent to the page as source text: nothing may stand outside */
/**
 * What `require` gives in a sandboxed preload, as Electron's documentation on the sandbox lists it. Self-contained: it
 * is sent to the page as source text.
 */
export function makePreloadModules(ipcRenderer: object, contextBridge: object): Record<string, unknown> {
  const refuse = (name: string): object =>
    new Proxy(
      {},
      {
        get(_, key) {
          throw new Error(`${name}.${String(key)} is not in the stand-in for Electron (test/support/electron)`);
        },
      },
    );
  const electron = {
    ipcRenderer,
    contextBridge,
    webFrame: refuse('webFrame'),
    webUtils: refuse('webUtils'),
    crashReporter: refuse('crashReporter'),
    nativeImage: refuse('nativeImage'),
  };
  return {
    electron,
    'electron/renderer': electron,
    'electron/common': electron,
    events: refuse('events'),
    timers: { setTimeout, clearTimeout, setInterval, clearInterval },
    url: { URL, URLSearchParams },
  };
}
