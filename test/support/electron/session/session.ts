import { EventEmitter } from 'node:events';
import { app } from '../app/app.ts';
import { browserFor, type Browser } from '../browser/browser.ts';
import type { CdpSession } from '../browser/cdp.ts';
import { completeClass } from '../refuse.ts';
import { Cookies } from './cookies.ts';
import { Permissions } from './permissions.ts';
import { Profile } from './profile.ts';
import { Protocol } from './protocol.ts';
import { originOf, toInner } from './schemes.ts';
import { StoredOrigins } from './stored-data.ts';
import { defaultUserAgent } from './user-agent.ts';
import { WebRequest } from './web-request.ts';

type Implemented = Pick<
  Electron.Session,
  | 'clearAuthCache'
  | 'clearCache'
  | 'clearData'
  | 'clearStorageData'
  | 'closeAllConnections'
  | 'fetch'
  | 'flushStorageData'
  | 'getUserAgent'
  | 'isPersistent'
  | 'preconnect'
  | 'resolveProxy'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setSpellCheckerEnabled'
  | 'setUserAgent'
  | 'storagePath'
>;

/** Electron's names of storages where the DevTools protocol has others. */
const STORAGES: Partial<Record<string, string>> = {
  filesystem: 'file_systems',
  indexdb: 'indexeddb',
  localstorage: 'local_storage',
  websql: 'websql',
  serviceworkers: 'service_workers',
  cachestorage: 'cache_storage',
};

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
  readonly permissions: Permissions;
  readonly webRequest: WebRequest;
  readonly pages = new Set<SessionPage>();
  readonly cookies = new Cookies((task) => this.withPage(task));
  readonly origins: StoredOrigins;
  readonly storagePath: string | null;
  private readonly partition: string;
  private readonly place: Profile;
  private userAgent: string | undefined;

  constructor(partition: string) {
    super();
    this.setMaxListeners(0);
    this.partition = partition;
    this.place = new Profile(partition);
    this.place.prepare();
    this.storagePath = this.place.storagePath;
    this.permissions = new Permissions({ startsClosed: this.place.name !== '' });
    this.origins = new StoredOrigins(this.storagePath);
    this.webRequest = new WebRequest(() => this.pages.forEach((page) => page.updateInterception()));
  }

  get browser(): Browser {
    return browserFor(this.place.browserFolder);
  }
  /** The profile's folder inside the Chromium's; empty for its default profile. */
  get profile(): string {
    return this.place.name;
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
    return this.userAgent ?? defaultUserAgent();
  }

  /** What the DevTools protocol does to a profile it does through one of its pages. */
  private async withPage<T>(task: (cdp: CdpSession) => Promise<T>): Promise<T> {
    const open = [...this.pages].find((page) => page.cdp !== undefined)?.cdp;
    if (open) return task(open);
    const { session: cdp, target } = await this.browser.open(this.profile);
    try {
      await cdp.send('Runtime.runIfWaitingForDebugger');
      return await task(cdp);
    } finally {
      await (await this.browser.start()).send('Target.closeTarget', { targetId: target.targetId });
    }
  }

  async clearStorageData({ origin, storages }: Electron.ClearStorageDataOptions = {}): Promise<void> {
    const types = storages?.map((name) => STORAGES[name] ?? name) ?? [];
    const inner = origin === undefined ? undefined : originOf(toInner(`${origin.replace(/\/$/, '')}/`));
    await this.withPage(async (cdp) => {
      await this.origins.clear(cdp, types.join(',') || 'all', (known) => inner === undefined || known === inner);
      const cookies = types.length === 0 || types.includes('cookies');
      if (cookies && inner === undefined) await cdp.send('Network.clearBrowserCookies');
    });
  }
  async clearData({ origins, excludeOrigins }: Electron.ClearDataOptions = {}): Promise<void> {
    if (excludeOrigins) throw new Error('clearData: excludeOrigins is not in the stand-in for Electron');
    for (const origin of origins ?? [undefined]) await this.clearStorageData(origin === undefined ? {} : { origin });
    if (!origins) await this.clearCache();
  }
  async clearCache(): Promise<void> {
    await this.withPage((cdp) => cdp.send('Network.clearBrowserCache'));
  }
  /** Chromium keeps what was given to it until it ends: no command of the DevTools protocol makes it forget. */
  async clearAuthCache(): Promise<void> {}
  flushStorageData(): void {}
  preconnect(): void {}
  async resolveProxy(): Promise<string> {
    return 'DIRECT';
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
