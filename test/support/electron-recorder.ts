import { EventEmitter } from 'node:events';
import type { App, Session, WebContents } from 'electron/main';

type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0];

/** Keeps what was asked of a webContents, and lets a test raise its events. */
export class RecordedContents extends EventEmitter {
  openHandler: OpenHandler | undefined;
  readonly loaded: string[] = [];
  readonly session: RecordedSession | undefined;

  constructor(session?: RecordedSession) {
    super();
    this.session = session;
  }

  isClosed = false;
  readonly navigationHistory = { canGoBack: () => true, canGoForward: () => false };

  isDestroyed(): boolean {
    return false;
  }

  close(): void {
    this.isClosed = true;
  }

  async loadURL(url: string): Promise<void> {
    this.loaded.push(url);
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  /** Raises an event about `url` and says whether it was prevented. */
  isPrevented(name: string, url: string, isMainFrame = true): boolean {
    let prevented = false;
    this.emit(name, { url, isMainFrame, preventDefault: () => (prevented = true) });
    return prevented;
  }

  asElectron(): WebContents {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only the part that guards touch is there
    return this as unknown as WebContents;
  }
}

/** Keeps the handlers that were set on a session. */
export class RecordedSession extends EventEmitter {
  request: Parameters<Session['setPermissionRequestHandler']>[0] = null;
  check: Parameters<Session['setPermissionCheckHandler']>[0] = null;
  device: Parameters<Session['setDevicePermissionHandler']>[0] = null;
  displayMedia: Parameters<Session['setDisplayMediaRequestHandler']>[0] = null;
  beforeRequest: ((details: { url: string }, callback: (answer: { cancel?: boolean }) => void) => void) | undefined;

  userAgent =
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) switchboard/0.1.0 Chrome/156.0.0.0 Electron/45.4.1 Safari/537.36';

  getUserAgent(): string {
    return this.userAgent;
  }

  setUserAgent(userAgent: string): void {
    this.userAgent = userAgent;
  }

  readonly webRequest = {
    onBeforeRequest: (handler: NonNullable<RecordedSession['beforeRequest']>) => void (this.beforeRequest = handler),
  };

  setPermissionRequestHandler(handler: RecordedSession['request']): void {
    this.request = handler;
  }

  setPermissionCheckHandler(handler: RecordedSession['check']): void {
    this.check = handler;
  }

  setDevicePermissionHandler(handler: RecordedSession['device']): void {
    this.device = handler;
  }

  setDisplayMediaRequestHandler(handler: RecordedSession['displayMedia']): void {
    this.displayMedia = handler;
  }

  asElectron(): Session {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
    return this as unknown as Session;
  }
}

/** An app whose events a test raises. */
export class RecordedApp extends EventEmitter {
  asElectron(): App {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
    return this as unknown as App;
  }
}
