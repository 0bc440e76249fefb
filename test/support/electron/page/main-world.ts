import type { makePeer } from './peer.ts';

/**
 * Runs in the page's own world before any of its scripts: meets the preload's half of the bridge, and defines what the
 * preload exposes. Self-contained: it is sent to the page as source text.
 */
export function bootMainWorld(secret: string, peerMaker: typeof makePeer, schemes: string[]): void {
  const toInner = (url: string): string => {
    const [, scheme = '', host = '', rest = ''] = /^([a-z][\w+.-]*):\/\/([^/?#]*)(.*)$/i.exec(url) ?? [];
    return schemes.includes(scheme) ? `https://${host || 'root'}.${scheme}.standin${rest || '/'}` : url;
  };
  // A link to app:// would be an unknown protocol for Chromium.
  navigation.addEventListener('navigate', (event) => {
    const inner = toInner(event.destination.url);
    if (inner === event.destination.url || !event.cancelable) return;
    event.preventDefault();
    location.assign(inner);
  });
  if (window !== window.top) return;

  const freeze = (value: unknown): unknown => {
    if (typeof value === 'function') return Object.freeze(value);
    if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== Array.prototype) return value;
    Object.values(value).forEach(freeze);
    return Object.freeze(value);
  };
  window.addEventListener(
    secret,
    (event) => {
      const host = event instanceof MouseEvent ? event.relatedTarget : null;
      const port = host instanceof Element ? host.shadowRoot?.firstChild : null;
      if (!port) return;
      event.stopImmediatePropagation();
      const peer = peerMaker(port, 'to-page', 'to-preload');
      window.close = () => void peer.call('close');
      peer.handlers['expose'] = (key, api) => {
        if (typeof key !== 'string') throw new TypeError('The key has to be a string');
        if (key in window) throw new Error('Cannot bind an API on top of an existing property on the window object');
        Object.defineProperty(window, key, {
          value: freeze(api),
          enumerable: true,
          writable: false,
          configurable: false,
        });
      };
    },
    { capture: true, once: true },
  );
}
