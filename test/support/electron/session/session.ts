import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { app } from '../app/app.ts';
import { browserFor, type Browser } from '../browser/browser.ts';
import type { CdpSession } from '../browser/cdp.ts';
import { headless } from '../browser/chromium.ts';
import { completeClass } from '../refuse.ts';
import { Permissions } from './permissions.ts';
import { Protocol } from './protocol.ts';
import { originOf, toInner } from './schemes.ts';
import { WebRequest } from './web-request.ts';

type Implemented = Pick<
  Electron.Session,
  | 'clearCache'
  | 'clearData'
  | 'clearStorageData'
  | 'closeAllConnections'
  | 'fetch'
  | 'getUserAgent'
  | 'isPersistent'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setSpellCheckerEnabled'
  | 'setUserAgent'
  | 'storagePath'
>;

/** What a session needs of the pages that live in it. */
export interface SessionPage {
  readonly cdp: CdpSession | undefined;
  getURL(): string;
  /** The request listener came or went: what is held for us has to follow. */
  updateInterception(): void;
}

/** `session`: one partition, which is a profile of the one Chromium, or without a display a Chromium of its own. */
export class Session extends EventEmitter implements Implemented {
  readonly protocol = new Protocol();
  readonly permissions = new Permissions();
  readonly webRequest: WebRequest;
  readonly pages = new Set<SessionPage>();
  private readonly partition: string;
  private userAgent = '';

  constructor(partition: string) {
    super();
    this.partition = partition;
    this.webRequest = new WebRequest(() => this.pages.forEach((page) => page.updateInterception()));
  }

  get browser(): Browser {
    return browserFor(this.storagePath);
  }
  /** The profile's folder inside the Chromium's; empty for its default profile. */
  get profile(): string {
    return this.partition === '' || headless ? '' : this.profileName;
  }
  get storagePath(): string {
    const base = join(app.getPath('sessionData'), 'standin-chromium');
    return this.partition !== '' && headless ? `${base}-${this.profileName}` : base;
  }
  private get profileName(): string {
    const name = this.partition.replace(/^persist:/, '').replace(/[^\w-]/g, '_');
    return `${this.isPersistent() ? 'P' : 'T'}-${name}`;
  }
  isPersistent(): boolean {
    return this.partition === '' || this.partition.startsWith('persist:');
  }

  setPermissionRequestHandler(handler: Permissions['requestHandler']): void {
    this.permissions.requestHandler = handler;
    this.permissions.forget();
  }
  setPermissionCheckHandler(handler: Permissions['checkHandler']): void {
    this.permissions.checkHandler = handler;
    this.permissions.forget();
  }
  /** Devices can never be chosen in the stand-in: each page cancels the prompt. */
  setDevicePermissionHandler(): void {}
  /** A screen can never be captured in the stand-in. */
  setDisplayMediaRequestHandler(): void {}
  setSpellCheckerEnabled(): void {}

  /** The network of Node: it follows no proxy, and knows no cookies. */
  fetch(
    input: string | GlobalRequest,
    init?: RequestInit & { bypassCustomProtocolHandlers?: boolean },
  ): Promise<Response> {
    return globalThis.fetch(input, init);
  }

  /** Node makes no request anew that changes something, whatever became of its connection. */
  async closeAllConnections(): Promise<void> {}

  setUserAgent(userAgent: string): void {
    this.userAgent = userAgent;
  }
  getUserAgent(): string {
    return this.userAgent;
  }

  /** Only what belongs to the origins of open pages: the DevTools protocol clears by origin. */
  async clearStorageData(): Promise<void> {
    for (const page of this.pages)
      await page.cdp?.send('Storage.clearDataForOrigin', {
        origin: originOf(toInner(page.getURL())),
        storageTypes: 'all',
      });
  }
  async clearData(): Promise<void> {
    await this.clearStorageData();
    await this.clearCache();
    for (const page of this.pages) await page.cdp?.send('Network.clearBrowserCookies');
  }
  async clearCache(): Promise<void> {
    for (const page of this.pages) await page.cdp?.send('Network.clearBrowserCache');
  }
}
completeClass(Session);

const sessions = new Map<string, Session>();

function fromPartition(partition: string, _options?: Electron.FromPartitionOptions): Session {
  app.refuseBeforeReady('session');
  const known = sessions.get(partition);
  if (known) return known;
  const session = new Session(partition);
  sessions.set(partition, session);
  app.emit('session-created', session);
  return session;
}

/** `session` as the app imports it. */
export const sessionModule = {
  fromPartition,
  get defaultSession(): Session {
    return fromPartition('');
  },
};

/** `protocol` as the app imports it: the default session's, and the schemes before there is a session. */
export const protocolModule = {
  registerSchemesAsPrivileged: (customSchemes: Electron.CustomScheme[]) =>
    new Protocol().registerSchemesAsPrivileged(customSchemes),
  handle: (...args: Parameters<Protocol['handle']>) => sessionModule.defaultSession.protocol.handle(...args),
  unhandle: (scheme: string) => sessionModule.defaultSession.protocol.unhandle(scheme),
  isProtocolHandled: (scheme: string) => sessionModule.defaultSession.protocol.isProtocolHandled(scheme),
};
