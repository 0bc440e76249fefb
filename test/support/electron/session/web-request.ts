import type { Protocol } from '../browser/cdp.ts';
import { completeClass } from '../refuse.ts';
import { toOuter } from './schemes.ts';

type Details = Electron.OnBeforeRequestListenerDetails;
type Listener = (details: Details, callback: (response: Electron.CallbackResponse) => void) => void;

const RESOURCE_TYPES: Partial<Record<Protocol.Network.ResourceType, Details['resourceType']>> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Media: 'media',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
};

/** `session.webRequest`: one listener, asked before each request. WebSockets do not pass here, as they do in Electron. */
export class WebRequest implements Pick<Electron.WebRequest, 'onBeforeRequest'> {
  private listener: Listener | undefined;
  private matches: (url: string) => boolean = () => true;
  private readonly onChange: () => void;
  private count = 0;

  constructor(onChange: () => void) {
    this.onChange = onChange;
  }

  get listening(): boolean {
    return this.listener !== undefined;
  }

  onBeforeRequest(filter: Electron.WebRequestFilter | Listener | null, listener?: Listener | null): void {
    const hasFilter = typeof filter === 'object' && filter !== null;
    this.listener = (hasFilter ? listener : filter) ?? undefined;
    this.matches = hasFilter ? matcherFor(filter.urls) : () => true;
    this.onChange();
  }

  /** What the listener says to a request that Chromium holds; an empty answer lets it pass. */
  async ask(paused: Protocol.Fetch.requestPausedPayload, webContentsId: number, isMainFrame: boolean) {
    const url = toOuter(paused.request.url);
    const { listener } = this;
    if (!listener || !this.matches(url)) return {};
    const document = isMainFrame ? 'mainFrame' : 'subFrame';
    const details: Details = {
      id: ++this.count,
      url,
      method: paused.request.method,
      webContentsId,
      resourceType: paused.resourceType === 'Document' ? document : (RESOURCE_TYPES[paused.resourceType] ?? 'other'),
      referrer: toOuter(paused.request.headers['Referer'] ?? ''),
      timestamp: Date.now(),
      uploadData: [],
    };
    return new Promise<Electron.CallbackResponse>((resolve) => listener(details, resolve));
  }
}
completeClass(WebRequest);

/** A pattern's text as a regular expression's, where only the star stands for anything. */
function quote(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
}

/** Chrome's match patterns: `<all_urls>`, `*://*.example.com/*`, `wss://*\/*`. */
function matcherFor(patterns: string[]): (url: string) => boolean {
  const expressions = patterns.map((pattern) => {
    if (pattern === '<all_urls>') return /^/;
    const [, scheme = '', host = '', path = ''] = /^([^:]+):\/\/([^/]*)(\/.*)$/.exec(pattern) ?? [];
    if (scheme === '') throw new TypeError(`Invalid url pattern ${pattern}`);
    const schemeSource = scheme === '*' ? 'https?' : quote(scheme);
    const hostSource = host === '*' ? '[^/]*' : quote(host).replace(/^\.\*\\\./, '(?:[^/]*\\.)?');
    return new RegExp(`^${schemeSource}://${hostSource}${quote(path)}$`);
  });
  return (url) => expressions.some((expression) => expression.test(url));
}
