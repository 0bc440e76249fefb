import { headless } from '../browser/chromium.ts';
import type { WebContents } from '../contents/web-contents.ts';
import { debug, messageOf } from '../events.ts';
import { registry } from '../registry.ts';
import { hasWindowManager } from './surface.ts';
import { X11 } from './x11.ts';

const OFF_SCREEN = -4000;
/** The connection to the display; opened with the first view. */
let display: Promise<X11 | undefined> | undefined;

/**
 * The Chromium window of a view. It is above its parent's own window, or off the display, where its page is hidden for
 * itself too. Without an X display it is brought to the front, which also gives it the focus.
 */
export class ViewSurface {
  private readonly contents: WebContents;
  private wanted = { bounds: { x: 0, y: 0, width: 0, height: 0 }, shown: false };
  private parent: WebContents | undefined;
  private placed = '';
  private mapped = true;
  private x11: X11 | undefined;
  private window: number | undefined;
  private working = false;
  private dirty = true;

  constructor(contents: WebContents) {
    this.contents = contents;
    contents.setAway(true);
    contents.on('-raised', () => this.stayAway());
    void this.giveFocusBack();
    void this.work();
  }

  /** The window that Chromium opens takes the focus, which a new view has to leave where it is. */
  private async giveFocusBack(): Promise<void> {
    const before = registry.focusedPage;
    registry.opening++;
    await this.contents.ready.catch(() => {});
    before?.focus();
    setTimeout(() => registry.opening--, 100).unref();
  }

  /** Where the window has to be; the last call counts. */
  settle(bounds: Electron.Rectangle, shown: boolean, parent: WebContents | undefined): void {
    // A view without a size has no pixel to show.
    this.wanted = { bounds, shown: shown && bounds.width > 0 && bounds.height > 0 };
    this.parent = parent;
    this.dirty = true;
    void this.work();
  }

  /** What the display says, or without one what was asked for. */
  async isOnScreen(): Promise<boolean> {
    if (this.x11 && this.window !== undefined) return this.x11.isViewable(this.window);
    return this.wanted.shown;
  }

  /** Only above its parent's page: the focus stays where it is. */
  raise(): void {
    if (this.window !== undefined && this.mapped && this.wanted.shown) this.x11?.raise(this.window);
  }

  /** Chromium has put the window on the screen for its own reasons. */
  private stayAway(): void {
    if (!this.wanted.shown && this.window !== undefined) this.x11?.unmap(this.window);
  }

  private async work(): Promise<void> {
    if (this.working) return;
    this.working = true;
    try {
      await this.contents.ready;
      await this.findWindow();
      while (this.dirty && !this.contents.isDestroyed()) {
        this.dirty = false;
        await (this.wanted.shown ? this.show() : this.hide());
      }
    } catch (thrown) {
      debug('view', messageOf(thrown));
    } finally {
      this.working = false;
    }
  }

  private async findWindow(): Promise<void> {
    if (headless || this.window !== undefined) return;
    display ??= X11.open();
    this.x11 = await display;
    this.window = await this.x11?.find(`standin-${(await this.contents.ready).token}`);
  }

  private async show(): Promise<void> {
    const { bounds } = this.wanted;
    this.contents.setAway(false);
    await this.place(bounds);
    const { x11, window } = this;
    if (x11 === undefined || window === undefined) {
      if (!headless) await (await this.contents.ready).session.send('Page.bringToFront');
      return;
    }
    if (!this.mapped && (await hasWindowManager())) {
      const parent = this.parent && (await x11.find(`standin-${(await this.parent.ready).token}`));
      if (parent !== undefined) await x11.attach(window, parent);
    }
    if (!this.mapped) x11.map(window);
    this.mapped = true;
    x11.raise(window);
  }

  private async hide(): Promise<void> {
    this.contents.setAway(true);
    if (headless) return;
    const { x11, window } = this;
    if (x11 === undefined || window === undefined) await this.place({ ...this.wanted.bounds, x: OFF_SCREEN });
    else if (this.mapped) x11.unmap(window);
    this.mapped = false;
  }

  private async place({ x, y, width, height }: Electron.Rectangle): Promise<void> {
    const [left, top] = headless ? [0, 0] : [x, y];
    const key = [left, top, width, height].join();
    if (key === this.placed) return;
    this.placed = key;
    const { session } = await this.contents.ready;
    const connection = await this.contents.session.browser.start();
    const { windowId } = await session.send('Browser.getWindowForTarget');
    const size = width > 0 && height > 0 ? { width, height } : {};
    await connection.send('Browser.setWindowBounds', { windowId, bounds: { left, top, ...size } });
    if (this.contents.getZoomFactor() !== 1) await this.contents.applyZoom();
    // Without a display Chromium counts a frame that nobody sees.
    else if (headless && width > 0 && height > 0)
      await session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 0, mobile: false });
  }
}
