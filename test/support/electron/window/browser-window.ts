import { EventEmitter } from 'node:events';
import { app, type Closable } from '../app/app.ts';
import type { Protocol } from '../browser/cdp.ts';
import { WebContents, type WindowOfPage } from '../contents/web-contents.ts';
import { windows, type PopupOptions } from '../contents/popups.ts';
import { ignoreGone, makeEvent } from '../events.ts';
import { clickAccelerator } from '../menu/application-menu.ts';
import type { PageMessage } from '../page/messages.ts';
import { completeClass } from '../refuse.ts';
import { registry, type RoleTarget } from '../registry.ts';
import { Surface } from './surface.ts';
import { View, WebContentsView, type ViewHost } from './view.ts';

type Implemented = Pick<
  Electron.BrowserWindow,
  | 'close'
  | 'destroy'
  | 'focus'
  | 'getBounds'
  | 'getContentBounds'
  | 'getNormalBounds'
  | 'getTitle'
  | 'hide'
  | 'id'
  | 'isDestroyed'
  | 'isFocused'
  | 'isFullScreen'
  | 'isMaximized'
  | 'isMinimized'
  | 'isVisible'
  | 'loadURL'
  | 'maximize'
  | 'minimize'
  | 'restore'
  | 'setAutoHideMenuBar'
  | 'setBackgroundColor'
  | 'setBounds'
  | 'setMenuBarVisibility'
  | 'setTitle'
  | 'show'
  | 'unmaximize'
>;
type WindowState = 'normal' | 'minimized' | 'maximized' | 'fullscreen';

/** `BrowserWindow`: a window of Chromium without tabs, and what the app knows of it. */
export class BrowserWindow extends EventEmitter implements Implemented, Closable, WindowOfPage, RoleTarget, ViewHost {
  private static readonly all = new Map<number, BrowserWindow>();
  private static last = 0;
  readonly id = ++BrowserWindow.last;
  readonly webContents: WebContents;
  readonly contentView = new View();
  closing: Promise<void> | undefined;
  private readonly surface: Surface;
  private readonly closed = Promise.withResolvers<void>();
  private bounds: Electron.Rectangle;
  /** Where it really is, also while maximised. */
  private placed: Electron.Rectangle;
  private state: WindowState = 'normal';
  private visible = false;
  /** The app took the last pressed key for itself. */
  private keyIsOurs = false;
  private destroyed = false;
  private title: string;

  static getAllWindows(): BrowserWindow[] {
    return [...BrowserWindow.all.values()];
  }
  static fromId(id: number): BrowserWindow | null {
    return BrowserWindow.all.get(id) ?? null;
  }
  static fromWebContents(contents: WebContents | undefined): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.pages().some((page) => page === contents)) ?? null;
  }
  static getFocusedWindow(): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.isFocused()) ?? null;
  }

  constructor(options: PopupOptions = {}) {
    super();
    app.refuseBeforeReady('BrowserWindow');
    this.setMaxListeners(0);
    const { x = 40, y = 40, width = 800, height = 600, title = app.name, show = true } = options;
    this.bounds = this.placed = { x, y, width, height };
    this.contentView.host = this;
    this.title = title;
    this.webContents = options.adopted ?? new WebContents(options.webPreferences ?? {});
    this.webContents.window = this;
    this.surface = new Surface(this.webContents, () => this.raiseViews());
    BrowserWindow.all.set(this.id, this);
    app.windows.add(this);
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'));
    this.webContents.on('page-title-updated', (event: ReturnType<typeof makeEvent>, newTitle: string) => {
      this.emit('page-title-updated', event, newTitle, true);
      if (!event.defaultPrevented) this.title = newTitle;
    });
    this.webContents.on('-window', (message: PageMessage) => this.onPageMessage(message));
    this.webContents.on('-focus', () => this.onPageFocus(this.webContents));
    this.surface.move({ ...this.bounds, x: -4000, y: -4000 });
    if (show) this.show();
    else this.surface.hide();
    app.emit('browser-window-created', makeEvent(), this);
  }

  // --- what the page tells ---

  private onPageMessage(message: PageMessage): void {
    this.onViewMessage(this.webContents, message);
    if (message.kind !== 'window') return;
    if (message.happened === 'close') this.close();
    else if (message.happened === 'resize' || message.happened === 'move')
      ignoreGone(this.surface.read().then((bounds) => bounds && this.onPlaced(bounds)));
  }

  /** One of the window's pages has the focus now, or has it no more. The next one may get it in a moment. */
  onPageFocus(page: WebContents): void {
    if (page.isFocused()) this.followFocus();
    else setTimeout(() => this.followFocus(), 50).unref();
  }
  onViewMessage(page: WebContents, message: PageMessage): void {
    if (message.kind === 'key') this.keyIsOurs = page.onKey(message.input);
    if (message.kind === 'accelerator' && !this.keyIsOurs) clickAccelerator(message.keys, this);
  }

  /** A window that is not shown has no focus, whatever its page thinks. */
  private followFocus(): void {
    const focused = this.visible && !this.destroyed && this.pages().some((page) => page.isFocused());
    if (focused === this.isFocused()) return;
    registry.focusedWindow = focused ? this : null;
    this.emit(focused ? 'focus' : 'blur');
    app.emit(focused ? 'browser-window-focus' : 'browser-window-blur', makeEvent(), this);
  }

  private onPlaced(now: Protocol.Browser.Bounds): void {
    if (!this.visible) return;
    this.onState(now.windowState ?? 'normal');
    const before = this.placed;
    const { left = before.x, top = before.y, width = before.width, height = before.height } = now;
    const placed = { x: left, y: top, width, height };
    if (this.state === 'normal') this.bounds = placed;
    this.moveTo(placed);
  }

  private onState(state: WindowState): void {
    if (state === this.state) return;
    const before = this.state;
    this.state = state;
    if (before === 'maximized') this.emit('unmaximize');
    if (before === 'minimized') this.emit('restore');
    if (state === 'maximized') this.emit('maximize');
    if (state === 'minimized') this.emit('minimize');
  }

  private moveTo(placed: Electron.Rectangle): void {
    const before = this.placed;
    this.placed = placed;
    this.contentView.layout();
    if (before.x !== placed.x || before.y !== placed.y) this.emit('move');
    if (before.width !== placed.width || before.height !== placed.height) this.emit('resize');
  }

  // --- views ---

  get page(): WebContents {
    return this.webContents;
  }
  get place(): ViewHost['place'] {
    const { x, y } = this.placed;
    return { origin: { x, y }, shown: this.visible && this.state !== 'minimized' && !this.destroyed };
  }
  private views(): WebContentsView[] {
    return this.contentView.all().filter((view) => view instanceof WebContentsView);
  }
  /** Its own page, and those of its views. */
  pages(): WebContents[] {
    return [this.webContents, ...this.views().flatMap((view) => view.webContents ?? [])];
  }
  raiseViews(): void {
    this.views().forEach((view) => view.raise());
  }

  // --- closing ---

  mayClose(): boolean {
    if (this.closing) return true;
    const event = makeEvent();
    this.emit('close', event);
    if (!event.defaultPrevented) this.closing = this.closed.promise;
    return !event.defaultPrevented;
  }
  close(): void {
    if (this.destroyed || this.closing) return;
    if (this.mayClose()) this.webContents.kill();
  }
  destroy(): void {
    if (this.destroyed) return;
    this.closing = this.closed.promise;
    this.webContents.kill();
  }
  onPageGone(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    BrowserWindow.all.delete(this.id);
    app.windows.delete(this);
    this.contentView.layout();
    this.followFocus();
    this.emit('closed');
    this.closed.resolve();
    if (BrowserWindow.all.size === 0) app.onAllWindowsClosed();
  }

  // --- Electron's interface ---

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }
  reload(): void {
    this.webContents.reload();
  }
  edit(command: Parameters<RoleTarget['edit']>[0]): void {
    ignoreGone(this.webContents.executeJavaScript(`document.execCommand('${command}')`, true));
  }

  show(): void {
    if (this.state === 'minimized') this.onState('normal');
    this.surface.show(this.bounds, true);
    if (this.visible) return;
    this.visible = true;
    this.contentView.layout();
    queueMicrotask(() => {
      this.emit('show');
      this.followFocus();
    });
  }
  hide(): void {
    if (!this.visible) return;
    this.visible = false;
    this.followFocus();
    this.contentView.layout();
    this.surface.hide();
    queueMicrotask(() => this.emit('hide'));
  }
  isVisible(): boolean {
    return this.visible;
  }
  focus(): void {
    this.surface.focus();
  }
  isFocused(): boolean {
    return registry.focusedWindow === this;
  }

  minimize(): void {
    this.setState('minimized');
  }
  maximize(): void {
    this.setState('maximized');
  }
  unmaximize(): void {
    if (this.state === 'maximized') this.setState('normal');
  }
  restore(): void {
    if (this.state === 'minimized') this.setState('normal');
  }
  private setState(state: WindowState): void {
    this.surface.setState(state);
    this.onState(state);
    this.contentView.layout();
  }
  isMinimized(): boolean {
    return this.state === 'minimized';
  }
  isMaximized(): boolean {
    return this.state === 'maximized';
  }
  isFullScreen(): boolean {
    return this.state === 'fullscreen';
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.bounds = { ...this.bounds, ...bounds };
    if (this.visible) this.surface.move(this.bounds);
    if (this.state === 'normal') this.moveTo(this.bounds);
  }
  /** The whole window: without a window manager nothing is drawn around it, and with one that is not counted. */
  getContentBounds(): Electron.Rectangle {
    return { ...this.placed };
  }
  getContentSize(): number[] {
    return [this.placed.width, this.placed.height];
  }
  setContentSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  getBounds(): Electron.Rectangle {
    return { ...this.bounds };
  }
  /** Size and place while neither minimised nor maximised. */
  getNormalBounds(): Electron.Rectangle {
    return { ...this.bounds };
  }

  setTitle(title: string): void {
    this.title = title;
  }
  getTitle(): string {
    return this.title;
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  /** On Windows a small picture over the one in the task bar. Kept for tests. */
  overlay: { image: object | null; description: string } = { image: null, description: '' };
  setOverlayIcon(image: object | null, description: string): void {
    this.overlay = { image, description };
  }
  flashing = false;
  flashFrame(flag: boolean): void {
    this.flashing = flag;
  }
  /** No menu bar is drawn in the stand-in, and Chromium paints its own background. */
  setMenuBarVisibility(): void {}
  setAutoHideMenuBar(): void {}
  setBackgroundColor(): void {}
}
completeClass(BrowserWindow);
windows.make = (options) => new BrowserWindow(options);
