import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { app } from '../app/app.ts';
import type { Attached, Browser, PageOwner } from '../browser/browser.ts';
import type { CdpSession, Protocol } from '../browser/cdp.ts';
import { debug, ignoreGone, makeEvent, messageOf } from '../events.ts';
import { acceleratorKeys } from '../menu/application-menu.ts';
import type { PageMessage } from '../page/messages.ts';
import { BINDING, ISOLATED_WORLD, isolatedWorldScript, mainWorldScript } from '../page/scripts.ts';
import { complete, completeClass } from '../refuse.ts';
import { registry, type LivePage } from '../registry.ts';
import { toOuter } from '../session/schemes.ts';
import { Session, sessionModule } from '../session/session.ts';
import { nativeTheme } from '../system/native-theme.ts';
import { Frames } from './frame.ts';
import { Interception } from './interception.ts';
import { IpcMain } from './ipc-main.ts';
import { Loading } from './loading.ts';
import { Messages } from './messages.ts';
import { PageEvents } from './page-events.ts';
import { dismiss, Popups, type OpenHandler } from './popups.ts';
import { effectivePreferences } from './preferences.ts';

type Implemented = Pick<
  Electron.WebContents,
  | 'close'
  | 'executeJavaScript'
  | 'focus'
  | 'getTitle'
  | 'getURL'
  | 'getUserAgent'
  | 'id'
  | 'isCrashed'
  | 'isDestroyed'
  | 'isFocused'
  | 'isLoading'
  | 'loadURL'
  | 'reload'
  | 'send'
  | 'setWindowOpenHandler'
>;

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
}

/** `WebContents`: one page of Chromium. */
export class WebContents extends EventEmitter implements Implemented, PageOwner, LivePage {
  static readonly all = new Set<WebContents>();
  private static last = 0;
  readonly id = ++WebContents.last;
  readonly session: Session;
  readonly ipc = new IpcMain();
  /** Rejects when the page went before it was ready. */
  readonly ready: Promise<Attached>;
  window: WindowOfPage | undefined;
  private readonly frames = new Frames();
  private readonly preferences: Electron.WebPreferences;
  private link: Link | undefined;
  private title = '';
  private destroyed = false;
  private focused = false;
  /** Not on the screen, whatever Chromium thinks: the page of a view that is not shown. */
  private away = false;
  private readonly popups = new Popups();

  constructor(asked: Electron.WebPreferences) {
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
    this.ready = this.attach();
    this.ready.catch((thrown: unknown) => {
      debug('page', messageOf(thrown));
      this.onGone();
    });
    WebContents.all.add(this);
    registry.pages.add(this);
    this.session.pages.add(this);
    app.emit('web-contents-created', makeEvent({ sender: this }), this);
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
  get targetId(): string | undefined {
    return this.link?.target.targetId;
  }

  /** Every set-up command is answered before the page may run: nothing it does passes unseen. */
  private async attach(): Promise<Attached> {
    const { browser } = this.session;
    const attached = await browser.open(this.session.profile);
    const { session: cdp, target } = attached;
    this.frames.setMain(target.targetId);
    const { frames } = this;
    const events = new PageEvents(this, cdp, frames);
    const interception = new Interception(this, cdp, frames);
    const messages = new Messages(this, cdp, frames, (message) => this.onWindowMessage(message));
    const loading = new Loading(this, cdp, events, interception);
    this.link = { browser, target, cdp, messages, interception, loading };
    browser.owners.set(target.targetId, this);
    cdp.on('Page.windowOpen', (request) => this.popups.onRequest(request));
    cdp.on('Page.javascriptDialogOpening', ({ type }) => this.onDialog(type));
    cdp.on('DeviceAccess.deviceRequestPrompted', ({ id }) => ignoreGone(cdp.send('DeviceAccess.cancelPrompt', { id })));
    const secret = randomBytes(16).toString('hex');
    const userAgent = this.session.getUserAgent();
    this.applyTheme();
    this.applyAccelerators();
    await Promise.all([
      cdp.send('Page.enable'),
      cdp.send('Runtime.enable'),
      cdp.send('DeviceAccess.enable'),
      cdp.send('Runtime.addBinding', { name: BINDING, executionContextName: ISOLATED_WORLD }),
      ...(this.preferences.preload
        ? [cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript(secret) })]
        : []), // a page without a preload gets nothing of ours
      cdp.send('Page.addScriptToEvaluateOnNewDocument', {
        source: this.preloadScript(secret),
        worldName: ISOLATED_WORLD,
      }),
      this.link.interception.enable(),
      ...(userAgent === '' ? [] : [cdp.send('Emulation.setUserAgentOverride', { userAgent })]),
    ]);
    await cdp.send('Runtime.runIfWaitingForDebugger');
    return attached;
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
    else if (message.kind === 'preload-error')
      this.emit('preload-error', makeEvent(), this.preferences.preload, new Error(message.message));
    else this.emit('-window', message);
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

  async bringToFront(): Promise<void> {
    const { session: cdp } = await this.ready;
    await cdp.send('Page.bringToFront');
    const { result } = await cdp.send('Runtime.evaluate', { expression: 'document.hasFocus()' });
    this.setFocused(result.value === true);
  }

  /** `beforeunload` stands for a close by the person, unless the page is only going to another document. */
  private onDialog(type: Protocol.Page.DialogType): void {
    const leaving = type === 'beforeunload' && this.link?.loading.leaving === true;
    const accept = type === 'beforeunload' ? leaving || !this.window || this.window.mayClose() : type === 'alert';
    if (this.cdp) ignoreGone(this.cdp.send('Page.handleJavaScriptDialog', { accept }));
  }

  onPopup(popup: CdpSession, target: Protocol.Target.TargetInfo): void {
    this.popups.onOpened(target.url, this.getURL());
    dismiss(popup);
    this.closeTarget(target.targetId);
  }

  /** Every download is cancelled; the session's listeners hear of it. */
  onDownload(url: string, fileName: string): void {
    const item = complete('DownloadItem', {
      getURL: () => toOuter(url),
      getFilename: () => fileName,
      cancel: () => {},
    });
    this.session.emit('will-download', makeEvent(), item, this);
  }

  onNavigationRefused(isMainFrame: boolean): void {
    if (isMainFrame) this.link?.loading.stay();
  }

  onTitle(title: string): void {
    if (this.getURL() === '' || title === this.title || title.startsWith('standin-')) return;
    this.title = title;
    this.emit('page-title-updated', makeEvent(), title, true);
  }

  onGone(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    WebContents.all.delete(this);
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
    const { browser, target } = this.link;
    await this.session.permissions.settle(browser, target.browserContextId, origin, innerOrigin);
  }
  /** Closes the page without asking it. */
  kill(): void {
    const close = () => (this.targetId === undefined ? this.onGone() : this.closeTarget(this.targetId));
    this.ready.then(close, close);
  }
  private closeTarget(targetId: string): void {
    void this.link?.browser
      .start()
      .then((connection) => ignoreGone(connection.send('Target.closeTarget', { targetId })));
  }

  // --- Electron's interface ---

  async loadURL(url: string): Promise<void> {
    await this.ready;
    if (!this.link || this.destroyed) throw new Error(`ERR_FAILED (-2) loading '${url}'`);
    await this.link.loading.load(url);
  }
  reload(): void {
    this.link?.loading.reload();
  }
  /** Where the page is, or is being taken to before its first document. */
  getURL(): string {
    return this.frames.main.url;
  }
  getTitle(): string {
    return this.title;
  }
  isLoading(): boolean {
    return this.link?.loading.leaving === true;
  }
  send(channel: string, ...args: unknown[]): void {
    this.link?.messages.send(channel, args);
  }
  async executeJavaScript(expression: string, userGesture = false): Promise<unknown> {
    const { session: cdp } = await this.ready;
    const options = { expression, userGesture, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', options);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.popups.handler = handler;
  }
  /** For tests of what windows were made with; real Electron has it too, undocumented. */
  getLastWebPreferences(): Electron.WebPreferences {
    return this.preferences;
  }
  getUserAgent(): string {
    return this.session.getUserAgent();
  }
  focus(): void {
    ignoreGone(this.bringToFront().then(() => this.emit('-raised')));
  }
  isFocused(): boolean {
    return this.focused;
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  isCrashed(): boolean {
    return false;
  }
  close(options?: Electron.CloseOpts): void {
    if (this.window && options?.waitForBeforeUnload === undefined) this.window.close();
    else this.kill();
  }
}
completeClass(WebContents);
