import type { Attached } from '../browser/browser.ts';
import { app } from '../app/app.ts';
import type { CdpSession, Protocol } from '../browser/cdp.ts';
import { ignoreGone, makeEvent } from '../events.ts';
import { completeClass } from '../refuse.ts';
import { originOf } from '../session/schemes.ts';
import type { Ask } from '../page/permission-asks.ts';
import { followAuthentication } from './authentication.ts';
import { PageTools } from './page-tools.ts';
import { Popups, type OpenHandler } from './popups.ts';

export type { WindowOfPage } from './attached-page.ts';

type Implemented = Pick<
  Electron.WebContents,
  | 'close'
  | 'executeJavaScript'
  | 'focus'
  | 'forcefullyCrashRenderer'
  | 'getTitle'
  | 'getURL'
  | 'getUserAgent'
  | 'id'
  | 'isCrashed'
  | 'isDestroyed'
  | 'isFocused'
  | 'isLoading'
  | 'isLoadingMainFrame'
  | 'loadURL'
  | 'reload'
  | 'reloadIgnoringCache'
  | 'send'
  | 'setUserAgent'
  | 'setWindowOpenHandler'
  | 'stop'
>;

/** `WebContents`: one page of Chromium. */
export class WebContents extends PageTools implements Implemented {
  static readonly all = new Set<WebContents>();
  private static last = 0;
  readonly id = ++WebContents.last;
  private readonly popups = new Popups(this);
  private userAgent: string | undefined;

  constructor(asked: Electron.WebPreferences, popup?: Attached) {
    super(asked, popup);
    WebContents.all.add(this);
    app.emit('web-contents-created', makeEvent({ sender: this }), this);
  }

  protected override setUp(cdp: CdpSession): Promise<unknown>[] {
    cdp.on('Page.windowOpen', (request) => this.popups.onRequest(request));
    followAuthentication(this, cdp);
    return [
      ...super.setUp(cdp),
      this.sendUserAgent(cdp),
      cdp.send('Security.enable'),
      cdp.send('Security.setOverrideCertificateErrors', { override: true }),
    ];
  }

  /**
   * Of our own pages `beforeunload` stands for a close by the person, unless the page is only going to another document.
   * Of others it is the page that objects.
   */
  protected override onDialog({ type }: Protocol.Page.javascriptDialogOpeningPayload): void {
    if (this.cdp) ignoreGone(this.cdp.send('Page.handleJavaScriptDialog', { accept: this.answerTo(type) }));
  }
  private answerTo(type: Protocol.Page.DialogType): boolean {
    if (type !== 'beforeunload') return type === 'alert';
    if (this.hasPreload) return this.link?.loading.leaving === true || !this.window || this.window.mayClose();
    const event = makeEvent();
    this.emit('will-prevent-unload', event);
    if (!event.defaultPrevented) this.onNavigationRefused(true);
    return event.defaultPrevented;
  }

  override onPopup(popup: CdpSession, target: Protocol.Target.TargetInfo): void {
    this.popups.onOpened({ session: popup, target }, adopt);
  }
  protected override onLink(url: string, disposition: Electron.HandlerDetails['disposition']): void {
    this.popups.onLink(url, disposition, adopt);
  }

  override emitDownload(event: object, item: object): void {
    this.session.emit('will-download', event, item, this);
  }

  /** A page waits for a permission. */
  protected override async onAsk({ id, permission, mediaTypes }: Ask): Promise<void> {
    const { link, session } = this;
    if (!link) return;
    const { url, innerUrl, origin } = this.mainFrame;
    const details = {
      isMainFrame: true,
      requestingUrl: url,
      ...(mediaTypes ? { mediaTypes, securityOrigin: `${origin}/` } : {}),
    };
    const at = { browser: link.browser, page: this, origin, innerOrigin: originOf(innerUrl) };
    // Our contents have of Electron's what the app uses.
    const allowed: unknown = await Reflect.apply(session.permissions.request, session.permissions, [
      this,
      permission,
      details,
      at,
    ]);
    link.messages.post({ kind: 'decided', id, allowed: allowed === true });
  }

  /** A key was pressed in the page, which has it already: preventing it only keeps the menu from it. */
  onKey(input: Omit<Electron.Input, 'modifiers'>): boolean {
    const { shift, control, alt, meta } = input;
    const modifiers = Object.entries({ shift, control, alt, meta }).flatMap(([name, held]) => (held ? [name] : []));
    const event = makeEvent();
    this.emit('before-input-event', event, { ...input, modifiers });
    return event.defaultPrevented;
  }

  override onGone(): void {
    WebContents.all.delete(this);
    super.onGone();
  }

  // --- Electron's interface ---

  async loadURL(url: string, options: Electron.LoadURLOptions = {}): Promise<void> {
    if (options.userAgent !== undefined) this.setUserAgent(options.userAgent);
    await this.ready;
    if (!this.link || this.destroyed) throw new Error(`ERR_FAILED (-2) loading '${url}'`);
    await this.link.loading.load(url);
  }
  reload(): void {
    this.link?.loading.reload(false);
  }
  reloadIgnoringCache(): void {
    this.link?.loading.reload(true);
  }
  stop(): void {
    if (!this.link) return;
    this.link.events.loads.end();
    ignoreGone(this.link.cdp.send('Page.stopLoading'));
  }
  /** A document without a title is called by its address. */
  getTitle(): string {
    return this.title || this.getURL().replace(/^https?:\/\//, '');
  }
  isLoading(): boolean {
    return this.link?.loading.leaving === true || this.link?.events.loads.loading === true;
  }
  isLoadingMainFrame(): boolean {
    const loads = this.link?.events.loads;
    return this.link?.loading.leaving === true || loads?.isLoading(this.targetId ?? '') === true;
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
    return this.userAgent ?? this.session.getUserAgent();
  }
  setUserAgent(userAgent: string): void {
    this.userAgent = userAgent;
    if (this.cdp) ignoreGone(this.sendUserAgent(this.cdp));
  }
  private async sendUserAgent(cdp: CdpSession): Promise<void> {
    await cdp.send('Emulation.setUserAgentOverride', { userAgent: this.getUserAgent() });
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
    return this.link?.health.crashed === true;
  }
  forcefullyCrashRenderer(): void {
    if (this.cdp) ignoreGone(this.cdp.send('Page.crash'));
  }
  close(options?: Electron.CloseOpts): void {
    if (options?.waitForBeforeUnload && this.cdp) ignoreGone(this.cdp.send('Page.close'));
    else if (this.window && options?.waitForBeforeUnload === undefined) this.window.close();
    else this.kill();
  }
}
completeClass(WebContents);

function adopt(preferences: Electron.WebPreferences, popup?: Attached): WebContents {
  return new WebContents(preferences, popup);
}
