import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { Attached, Browser, PageOwner } from '../browser/browser.ts';
import type { CdpSession, Protocol } from '../browser/cdp.ts';
import type { Activatable } from '../browser/profile-turns.ts';
import { debug, ignoreGone, makeEvent, messageOf } from '../events.ts';
import { acceleratorKeys } from '../menu/application-menu.ts';
import type { PageMessage } from '../page/messages.ts';
import type { Ask } from '../page/permission-asks.ts';
import { BINDING, ISOLATED_WORLD, isolatedWorldScript, mainWorldScript, permissionScript } from '../page/scripts.ts';
import { registry, type LivePage } from '../registry.ts';
import { Session, sessionModule } from '../session/session.ts';
import { nativeTheme } from '../system/native-theme.ts';
import { followConsole } from './console.ts';
import { Frames } from './frame.ts';
import { Health } from './health.ts';
import { HistoryStub } from './history-stub.ts';
import { Interception } from './interception.ts';
import { IpcMain } from './ipc-main.ts';
import { Loading } from './loading.ts';
import { Messages } from './messages.ts';
import { NavigationHistory, type HistoryPage } from './navigation-history.ts';
import { netError } from './net-errors.ts';
import { PageEvents } from './page-events.ts';
import { effectivePreferences } from './preferences.ts';

/** The window around a page. */
export interface WindowOfPage {
  close(): void;
  /** The person closes the window; false when the app objects. */
  mayClose(): boolean;
  onPageGone(): void;
}

/** What CDP gives once the page is attached. */
interface Link {
  browser: Browser;
  target: Protocol.Target.TargetInfo;
  cdp: CdpSession;
  messages: Messages;
  interception: Interception;
  loading: Loading;
  events: PageEvents;
  stub: HistoryStub;
  health: Health;
}

/** One page of Chromium, and what happens to it. */
export abstract class AttachedPage extends EventEmitter implements LivePage, PageOwner, HistoryPage, Activatable {
  abstract readonly id: number;
  readonly session: Session;
  readonly ipc = new IpcMain();
  readonly navigationHistory: NavigationHistory = new NavigationHistory(this);
  /** Rejects when the page went before it was ready. */
  readonly ready: Promise<Attached>;
  window: WindowOfPage | undefined;
  protected readonly preferences: Electron.WebPreferences;
  protected link: Link | undefined;
  protected title = '';
  protected destroyed = false;
  protected focused = false;
  protected readonly frames = new Frames();
  /** Not on the screen, whatever Chromium thinks: the page of a view that is not shown. */
  private away = false;
  private refusedCertificate: string | undefined;

  constructor(asked: Electron.WebPreferences, popup?: Attached) {
    super();
    this.setMaxListeners(0);
    this.preferences = effectivePreferences(asked);
    const { session } = asked;
    this.session =
      session instanceof Session
        ? session
        : asked.partition
          ? sessionModule.fromPartition(asked.partition)
          : sessionModule.defaultSession;
    registry.pages.add(this);
    this.session.pages.add(this);
    this.ready = this.attach(popup);
    this.ready.catch((thrown: unknown) => {
      debug('page', messageOf(thrown));
      this.onGone();
    });
  }

  get mainFrame() {
    return this.frames.main;
  }
  get cdp(): CdpSession | undefined {
    return this.link?.cdp;
  }
  get cdpSessionId(): string | undefined {
    return this.link?.cdp.id;
  }
  get browserContextId(): string | undefined {
    return this.link?.target.browserContextId;
  }
  get sessionUserAgent(): string {
    return this.session.getUserAgent();
  }
  get targetId(): string | undefined {
    return this.link?.target.targetId;
  }
  get stub(): HistoryStub | undefined {
    return this.link?.stub;
  }
  get loadedAnything(): boolean {
    return this.frames.main.innerUrl !== '';
  }
  get hasPreload(): boolean {
    return Boolean(this.preferences.preload);
  }

  /** Every set-up command is answered before the page may run: nothing it does passes unseen. */
  private async attach(popup?: Attached): Promise<Attached> {
    const { browser } = this.session;
    const attached = await (popup ?? browser.open(this.session.profile));
    const { session: cdp, target } = attached;
    this.frames.setMain(target.targetId);
    const { frames } = this;
    const events = new PageEvents(this, cdp, frames);
    const interception = new Interception(this, cdp, frames);
    const messages = new Messages(this, cdp, frames, (message) => this.onWindowMessage(message));
    const loading = new Loading(this, cdp, events, interception);
    const stub = new HistoryStub(cdp);
    const health = new Health(this, cdp);
    this.link = { browser, target, cdp, messages, interception, loading, events, stub, health };
    browser.owners.set(target.targetId, this);
    followConsole(this, cdp);
    cdp.on('Page.javascriptDialogOpening', (dialog) => this.onDialog(dialog));
    cdp.on('DeviceAccess.deviceRequestPrompted', ({ id }) => ignoreGone(cdp.send('DeviceAccess.cancelPrompt', { id })));
    this.applyTheme();
    this.applyAccelerators();
    await Promise.all([...this.setUp(cdp), interception.enable(), browser.allowDownloads(this)]);
    await cdp.send('Runtime.runIfWaitingForDebugger');
    return attached;
  }

  /** What each page is prepared with, all of it sent before any is answered. */
  protected setUp(cdp: CdpSession): Promise<unknown>[] {
    const secret = randomBytes(16).toString('hex');
    const source = this.preloadScript(secret);
    return [
      cdp.send('Page.enable'),
      cdp.send('Runtime.enable'),
      cdp.send('DeviceAccess.enable'),
      cdp.send('Network.enable', { maxTotalBufferSize: 0, maxResourceBufferSize: 0 }),
      cdp.send('Runtime.addBinding', { name: BINDING, executionContextName: ISOLATED_WORLD }),
      cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: permissionScript(secret) }),
      // A page without a preload gets nothing of the bridge.
      ...(this.hasPreload
        ? [cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript(secret) })]
        : []),
      cdp.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: ISOLATED_WORLD }),
    ];
  }

  private preloadScript(secret: string): string {
    const { preload = '' } = this.preferences;
    try {
      return isolatedWorldScript(secret, preload);
    } catch (thrown) {
      console.error(`Unable to load preload script: ${preload}`, thrown);
      this.emit('preload-error', makeEvent(), preload, thrown);
      return isolatedWorldScript(secret, '');
    }
  }

  // --- what Chromium tells ---

  private onWindowMessage(message: Exclude<PageMessage, { kind: 'invoke' | 'send' }>): void {
    if (message.kind === 'theme') nativeTheme.onSystemTheme(message.dark, message.highContrast);
    else if (message.kind === 'link') this.onLink(message.url, message.disposition);
    else if (message.kind === 'ask') ignoreGone(this.onAsk(message.ask));
    else if (message.kind === 'scroll') this.navigationHistory.onScroll(message);
    else if (message.kind === 'title') this.link?.events.inOrder(() => this.onTitle(message.title));
    else if (message.kind === 'preload-error')
      this.emit('preload-error', makeEvent(), this.preferences.preload, new Error(message.message));
    else {
      this.onPageMessage(message);
      this.emit('-window', message);
    }
    if (message.kind === 'window' && message.happened === 'focus') this.setFocused(true);
    if (message.kind === 'window' && message.happened === 'blur') this.setFocused(false);
  }

  /** While another page is opened Chromium gives that the focus for a moment; it is given back. */
  private setFocused(focused: boolean): void {
    if (focused === this.focused || (focused ? this.away : registry.opening > 0 && !this.away)) return;
    this.focused = focused;
    if (focused) registry.focusedPage = this;
    else if (registry.focusedPage === this) registry.focusedPage = null;
    this.emit('-focus');
    this.emit(focused ? 'focus' : 'blur');
  }

  /** Whether the page is off the screen; then it has no focus either. */
  setAway(away: boolean): void {
    this.away = away;
    if (away) this.setFocused(false);
  }

  /** For what Chromium does only to the profile of the active window; undone by what it gives. */
  async activate(): Promise<() => void> {
    const before = registry.focusedPage;
    registry.opening++;
    await this.link?.cdp.send('Page.bringToFront');
    return () => {
      if (before && before !== this) before.focus();
      this.emit('-raised');
      setTimeout(() => registry.opening--, 100).unref();
    };
  }

  async openBeside(): Promise<() => void> {
    const { browser, profile } = this.session;
    const { session: cdp, target } = await browser.open(profile);
    await cdp.send('Runtime.runIfWaitingForDebugger');
    return () => this.closeTarget(target.targetId);
  }

  async bringToFront(): Promise<void> {
    const { session: cdp } = await this.ready;
    await cdp.send('Page.bringToFront');
    const { result } = await cdp.send('Runtime.evaluate', { expression: 'document.hasFocus()' });
    this.setFocused(result.value === true);
  }

  protected abstract onPageMessage(message: PageMessage): void;
  abstract applyZoom(): Promise<void>;
  protected abstract onAsk(ask: Ask): Promise<void>;
  protected abstract onDialog(dialog: Protocol.Page.javascriptDialogOpeningPayload): void;
  abstract onPopup(popup: CdpSession, target: Protocol.Target.TargetInfo): void;
  protected abstract onLink(url: string, disposition: Electron.HandlerDetails['disposition']): void;
  abstract emitDownload(event: object, item: object): void;
  abstract focus(): void;
  abstract isFocused(): boolean;

  /** Chromium says only that such a load was aborted. */
  onCertificateRefused(errorText: string, url: string): void {
    const { name, code } = netError(errorText);
    this.refusedCertificate = errorText;
    this.emit('did-fail-load', makeEvent(), code, name, url, true, 1, 1);
  }
  /** What the certificate was refused for that the load under way met; asked once. */
  takeRefusedCertificate(): string | undefined {
    const refused = this.refusedCertificate;
    this.refusedCertificate = undefined;
    return refused;
  }
  /** What the crashed process was loading does not come. */
  onCrashed(): void {
    this.link?.events.loads.clear();
    this.emit('-loaded', undefined);
  }
  /** The main frame has a document of its own again. */
  onNewDocument(): void {
    this.link?.health.revive();
    this.title = '';
    this.applyTheme(); // Playwright's own emulation may have come in between
  }
  onNavigationRefused(isMainFrame: boolean): void {
    if (isMainFrame) this.link?.loading.stay();
  }

  onTitle(title: string): void {
    if (this.stub?.filling || !this.loadedAnything || title === this.title) return;
    this.title = title;
    this.navigationHistory.onTitle(title);
    this.emit('page-title-updated', makeEvent(), title, true);
  }

  hasFrame(id: string): boolean {
    return this.frames.has(id);
  }

  onGone(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    registry.pages.delete(this);
    this.away = true;
    this.setFocused(false);
    this.session.pages.delete(this);
    if (this.link) this.link.browser.owners.delete(this.link.target.targetId);
    this.emit('-loaded', undefined);
    this.emit('destroyed');
    this.window?.onPageGone();
  }

  // --- what others in the stand-in ask ---

  getURL(): string {
    return this.frames.main.url;
  }
  expect(innerUrl: string): void {
    if (this.link) this.link.interception.loadedByMain = innerUrl;
  }
  whenLoaded(): Promise<void> {
    return new Promise((resolve) => this.once('-loaded', () => resolve()));
  }
  applyTheme(): void {
    const features = nativeTheme.emulatedFeatures();
    if (this.cdp) ignoreGone(this.cdp.send('Emulation.setEmulatedMedia', { features }));
  }
  applyAccelerators(): void {
    this.link?.messages.setAccelerators(acceleratorKeys());
  }
  updateInterception(): void {
    if (this.link) ignoreGone(this.link.interception.enable());
  }
  async settlePermissions(origin: string, innerOrigin: string): Promise<void> {
    if (!this.link) return;
    const at = { browser: this.link.browser, page: this, origin, innerOrigin };
    // Never to be waited for in vain by the document; the next one tries again.
    await this.session.permissions.settle(at).catch((thrown: unknown) => debug('permissions', messageOf(thrown)));
  }
  /** Closes the page without asking it. */
  kill(): void {
    const close = () => (this.targetId === undefined ? this.onGone() : this.closeTarget(this.targetId));
    if (!this.link) this.ready.then(close, close);
    else {
      // Closed while it is held it would freeze its opener.
      ignoreGone(this.link.cdp.send('Runtime.runIfWaitingForDebugger'));
      close();
    }
  }
  closeTarget(targetId: string): void {
    void this.link?.browser
      .start()
      .then((connection) => ignoreGone(connection.send('Target.closeTarget', { targetId })));
  }
}
