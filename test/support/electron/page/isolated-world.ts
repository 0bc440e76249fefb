import type { makeCodec } from './codec.ts';
import type { MainMessage, PageMessage, PreloadWorld } from './messages.ts';
import type { makePeer } from './peer.ts';
import type { watchPage } from './page-watch.ts';
import type { watchWindow } from './window-watch.ts';

type Listener = (event: object, ...args: unknown[]) => void;
type Preload = (
  require: (id: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
  process: object,
  global: object,
) => void;

/** The other functions that come along as source text. */
export interface Parts {
  makePeer: typeof makePeer;
  makeCodec: typeof makeCodec;
  watchWindow: typeof watchWindow;
  watchPage: typeof watchPage;
  makeModules: (ipcRenderer: object, contextBridge: object) => Record<string, unknown>;
}

/**
 * Runs in the preload's own world before any script of the page: ipcRenderer, contextBridge, and the preload itself.
 * Self-contained: it is sent to the page as source text.
 */
export function bootIsolatedWorld(world: PreloadWorld, parts: Parts, preload: Preload | null): void {
  if (window !== window.top) return;
  const codec = parts.makeCodec();
  const raw: unknown = Reflect.get(globalThis, world.binding);
  Reflect.deleteProperty(globalThis, world.binding);
  const tell = (message: PageMessage, args = ''): void => {
    if (typeof raw === 'function') raw(`${JSON.stringify(message)}\n${args}`);
  };
  const invocations = new Map<number, PromiseWithResolvers<unknown> & { channel: string }>();
  const listeners = new Map<string, Listener[]>();
  let last = 0;

  const ipcRenderer = {
    async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const text = codec.encode(args);
      const invocation = { ...Promise.withResolvers<unknown>(), channel };
      invocations.set(++last, invocation);
      tell({ kind: 'invoke', id: last, channel }, text);
      return invocation.promise;
    },
    send(channel: string, ...args: unknown[]): void {
      tell({ kind: 'send', channel }, codec.encode(args));
    },
    on(channel: string, listener: Listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    off(channel: string, listener: Listener) {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((known) => known !== listener),
      );
      return ipcRenderer;
    },
    once(channel: string, listener: Listener) {
      const wrapped: Listener = (...args) => {
        ipcRenderer.off(channel, wrapped);
        listener(...args);
      };
      return ipcRenderer.on(channel, wrapped);
    },
    addListener: (channel: string, listener: Listener) => ipcRenderer.on(channel, listener),
    removeListener: (channel: string, listener: Listener) => ipcRenderer.off(channel, listener),
    removeAllListeners(channel: string) {
      listeners.delete(channel);
      return ipcRenderer;
    },
  };

  const onEvent = (channel: string, args: unknown[]): void => {
    for (const listener of listeners.get(channel) ?? [])
      try {
        listener({ sender: ipcRenderer, ports: [] }, ...args);
      } catch (thrown) {
        reportError(thrown);
      }
  };
  const onAnswer = (id: number, ok: boolean, value: unknown): void => {
    const invocation = invocations.get(id);
    invocations.delete(id);
    if (ok) invocation?.resolve(value);
    else invocation?.reject(new Error(`Error invoking remote method '${invocation.channel}': ${String(value)}`));
  };
  parts.watchPage(tell);
  const watch = parts.watchWindow(tell, preload !== null);
  Reflect.set(globalThis, world.receiver, (message: MainMessage, text: string) => {
    if (message.kind === 'decided')
      window.dispatchEvent(new CustomEvent(`${world.secret}-answer`, { detail: message }));
    else if (message.kind === 'accelerators') watch.setAccelerators(message.keys);
    else if (message.kind === 'event') onEvent(message.channel, codec.decode(text));
    else onAnswer(message.id, message.ok, codec.decode(text)[0]);
  });

  window.addEventListener(`${world.secret}-ask`, (event) => {
    event.stopImmediatePropagation();
    if (event instanceof CustomEvent) tell({ kind: 'ask', ask: event.detail });
  });

  if (!preload) return;
  // A node that both worlds know and no script of the page can come across.
  const host = document.createElement('div');
  const port = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
  window.dispatchEvent(new MouseEvent(world.secret, { relatedTarget: host }));
  const peer = parts.makePeer(port, 'to-preload', 'to-page');
  peer.handlers['close'] = () => tell({ kind: 'window', happened: 'close' });
  const contextBridge = {
    exposeInMainWorld: (key: string, api: unknown): void => void peer.call('expose', key, api),
  };

  if (location.protocol === 'data:') return;
  const modules = parts.makeModules(ipcRenderer, contextBridge);
  const require = (id: string): unknown => {
    const found = modules[id.replace(/^node:/, '')];
    if (found === undefined) throw new Error(`module not found: ${id}`);
    return found;
  };
  const module = { exports: {} };
  try {
    preload(require, module, module.exports, world.process, globalThis);
  } catch (thrown) {
    console.error(`Unable to load preload script: ${world.preloadPath}`);
    console.error(thrown);
    tell({ kind: 'preload-error', message: String(thrown) });
  }
}
