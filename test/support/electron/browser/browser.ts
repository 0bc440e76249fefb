import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { app } from '../app/app.ts';
import { debug, ignoreGone, messageOf } from '../events.ts';
import { CdpConnection, type CdpSession, type Protocol } from './cdp.ts';
import { chromiumSwitches, findChromium, headless } from './chromium.ts';
import { Downloads, type DownloadOwner } from './downloads.ts';
import { ProfileTurns, type Activatable } from './profile-turns.ts';
import { Renderers } from './renderers.ts';
import { makeTemporaryFolder, removeAbandonedFolders } from './temporary-folder.ts';

type TargetInfo = Protocol.Target.TargetInfo;

/** One page of Chromium, attached and held before its first document. */
export interface Attached {
  session: CdpSession;
  target: TargetInfo;
  /** What its first, empty document is titled with: finds the window on an X display. */
  token: string;
}

/** Who is told what happens to a page; a WebContents. */
export interface PageOwner extends DownloadOwner {
  readonly cdpSessionId: string | undefined;
  readonly browserContextId: string | undefined;
  isFocused(): boolean;
  onGone(): void;
  onPopup(session: CdpSession, target: TargetInfo): void;
  hasFrame(id: string): boolean;
  readonly sessionUserAgent: string;
}

/** The title of each window's first document starts so; such a document is nothing the app loaded. */
export const BLANK_PREFIX = 'data:text/html,<title>standin-';

/** One Chromium process on one user-data folder. */
export class Browser {
  readonly owners = new Map<string, PageOwner>();
  private readonly waiting = new Map<string, PromiseWithResolvers<Attached>>();
  private readonly folder: string;
  private readonly temporary = makeTemporaryFolder();
  private readonly first: boolean;
  private downloads: Downloads | undefined;
  private turns: ProfileTurns | undefined;
  renderers: Renderers | undefined;
  private readonly profiles = new Set<string | undefined>();
  private started: Promise<CdpConnection> | undefined;
  /** The end of the last hand-over so far. */
  private handedOver: Promise<unknown> = Promise.resolve();
  /** The end of what Chromium wrote to its standard error. */
  private complaints = '';

  constructor(folder: string) {
    this.folder = folder;
    this.first = browsers.size === 0;
  }

  /** The running Chromium, started at the first call. */
  start(): Promise<CdpConnection> {
    this.started ??= this.launch().catch((thrown: unknown) => {
      throw new Error(`Chromium did not start: ${messageOf(thrown)}\n${this.complaints}`.trim());
    });
    return this.started;
  }

  private get environment(): NodeJS.ProcessEnv {
    return { ...process.env, XDG_CACHE_HOME: join(this.folder, 'cache'), TMPDIR: this.temporary };
  }

  private get binary(): string {
    const found = findChromium();
    if (found === undefined) throw new Error('No Chromium was found: install one, or name it in SWITCHBOARD_CHROMIUM.');
    return found;
  }

  private async launch(): Promise<CdpConnection> {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    removeTransientProfiles(this.folder);
    const port = this.first ? app.commandLine.getSwitchValue('remote-debugging-port') : '';
    const connection = new CdpConnection(
      this.binary,
      [
        ...chromiumSwitches(this.folder),
        ...(port === '' ? [] : [`--remote-debugging-port=${port}`]),
        '--no-startup-window',
        '--profile-directory=Default', // the one used last may be a partition that was deleted since
        '--window-position=-4000,-4000',
        '--window-size=800,600',
        ...(headless ? ['about:blank'] : []),
      ],
      this.environment,
      () => this.onClosed(),
    );
    this.forwardEndpoint(connection, port !== '');
    connection.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      const session = connection.sessions.get(sessionId);
      if (session) this.onAttached(session, targetInfo);
    });
    connection.on('Target.detachedFromTarget', ({ sessionId }) => {
      for (const owner of this.owners.values()) if (owner.cdpSessionId === sessionId) owner.onGone();
    });
    this.turns = new ProfileTurns(connection);
    this.renderers = new Renderers(connection);
    this.downloads = new Downloads(connection, this.temporary, (frameId) => this.ownerOfFrame(frameId));
    const [version] = await Promise.all([
      connection.send('Browser.getVersion'),
      this.downloads.allow(),
      connection.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }),
    ]);
    if (this.first) removeAbandonedFolders();
    if (this.first) announce(version.product.split('/')[1] ?? 'of unknown version');
    return connection;
  }

  private ownerOfFrame(frameId: string): PageOwner | undefined {
    return this.owners.get(frameId) ?? [...this.owners.values()].find((owner) => owner.hasFrame(frameId));
  }
  /** The app is asked about the downloads of this page's profile. */
  async allowDownloads(page: Activatable): Promise<void> {
    if (this.profiles.has(page.browserContextId)) return;
    this.profiles.add(page.browserContextId);
    const allow = this.inProfile(page, async () => this.downloads?.allow(page.browserContextId));
    // Without it its downloads are not heard of; that is no reason to be without the page.
    await allow.catch((thrown: unknown) => {
      this.profiles.delete(page.browserContextId);
      debug('downloads', messageOf(thrown));
    });
  }
  /** For commands that reach only the profile that is active. */
  async inProfile(page: Activatable, task: (connection: CdpConnection) => Promise<unknown>): Promise<void> {
    const connection = await this.start();
    await this.turns?.take(page, () => task(connection));
  }

  /** Playwright waits for Chromium's line with the address on our standard error. */
  private forwardEndpoint(connection: CdpConnection, wanted: boolean): void {
    const { stderr } = connection.process;
    if (!stderr) return;
    createInterface({ input: stderr }).on('line', (line) => {
      this.complaints = `${this.complaints}${line}\n`.slice(-2000);
      if (wanted && line.startsWith('DevTools listening on ')) console.error(line);
      else debug('chromium:', line);
    });
  }

  private onAttached(session: CdpSession, target: TargetInfo): void {
    const token = /standin-(\w+)/.exec(target.url)?.[1] ?? '';
    const waiting = this.waiting.get(token);
    const opener = this.owners.get(target.openerId ?? '') ?? this.likelyOpener(target);
    if (target.type === 'page' && waiting) {
      this.waiting.delete(token);
      waiting.resolve({ session, target, token });
    } else if (target.type === 'page' && opener) opener.onPopup(session, target);
    else ignoreGone(this.release(session, target));
  }

  /** Workers tell servers what the pages of their profile tell. */
  private async release(session: CdpSession, { type, browserContextId }: TargetInfo): Promise<void> {
    const page = [...this.owners.values()].find((owner) => owner.browserContextId === browserContextId);
    if (page && /worker/.test(type))
      await session.send('Network.setUserAgentOverride', { userAgent: page.sessionUserAgent }).catch(() => {});
    await session.send('Runtime.runIfWaitingForDebugger');
  }

  /** Without an opener (a middle click, `noopener`) it was most likely the page of the profile that is in use. */
  private likelyOpener(target: TargetInfo): PageOwner | undefined {
    const inProfile = [...this.owners.values()].filter((owner) => owner.browserContextId === target.browserContextId);
    return inProfile.find((owner) => owner.isFocused()) ?? inProfile.at(-1);
  }

  /** Opens an empty window; a second call of the binary that the running Chromium takes over, as that gives no tabs. */
  async open(profile: string): Promise<Attached> {
    const connection = await this.start();
    const token = randomBytes(5).toString('hex');
    const opened = Promise.withResolvers<Attached>();
    this.waiting.set(token, opened);
    const url = `${BLANK_PREFIX}${token}</title>`;
    if (headless) connection.send('Target.createTarget', { url, newWindow: true }).catch(opened.reject);
    else {
      // One after the other: a running Chromium that does not answer in time is taken for a dead one.
      const before = this.handedOver;
      this.handedOver = opened.promise.catch(() => {});
      await before;
      this.handOver(profile, url).on('error', opened.reject);
    }
    return opened.promise;
  }

  private handOver(profile: string, url: string) {
    // With a pipe of its own it also ends with us, should the running Chromium be gone before it arrives.
    return spawn(
      this.binary,
      [
        '--remote-debugging-pipe',
        ...chromiumSwitches(this.folder),
        `--profile-directory=${profile || 'Default'}`, // else it would be the one that was used last
        `--app=${url}`,
      ],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], env: this.environment, detached: true },
    );
  }

  private onClosed(): void {
    for (const owner of this.owners.values()) owner.onGone();
    for (const waiting of this.waiting.values()) waiting.reject(new Error('Chromium has gone'));
    this.waiting.clear();
  }

  /** Ends Chromium in order, after 3 s by force. */
  async stop(): Promise<void> {
    const connection = await this.started?.catch(() => undefined);
    if (connection && !connection.closed) {
      const gone = new Promise((resolve) => connection.process.once('exit', resolve));
      ignoreGone(connection.send('Browser.close'));
      const timer = setTimeout(() => connection.process.kill('SIGKILL'), 3000);
      await gone;
      clearTimeout(timer);
    }
    rmSync(this.temporary, { recursive: true, force: true });
  }
}

/** All Chromium processes of this app, by user-data folder. */
export const browsers = new Map<string, Browser>();

app.beforeExit.push(async () => {
  await Promise.all([...browsers.values()].map((browser) => browser.stop()));
});

/** The Chromium for a user-data folder; it is not started yet. */
export function browserFor(folder: string): Browser {
  const known = browsers.get(folder);
  if (known) return known;
  const browser = new Browser(folder);
  browsers.set(folder, browser);
  return browser;
}

/** Starts Chromium ahead of the first window, and ends the app with a sentence when that fails. */
export function startBrowser(browser: Browser): void {
  browser.start().catch((thrown: unknown) => {
    console.error(messageOf(thrown));
    app.exit(1);
  });
}

function announce(version: string): void {
  Object.defineProperty(process.versions, 'chrome', { value: version, enumerable: true });
  console.log(
    `Running on Chromium ${version} through the stand-in for Electron${headless ? ', without a display' : ''}.`,
  );
}

/** Partitions without `persist:` live as profiles named T-…, which must not outlive the app. */
function removeTransientProfiles(folder: string): void {
  for (const name of readdirSync(folder))
    if (name.startsWith('T-')) rmSync(join(folder, name), { recursive: true, force: true });
}
