import { execFile } from 'node:child_process';
import { headless } from '../browser/chromium.ts';
import { debug, messageOf } from '../events.ts';
import type { WebContents } from '../contents/web-contents.ts';
import type { Protocol } from '../browser/cdp.ts';

const OFF_SCREEN = -4000;

/** The output of a program, empty when it is missing or fails. */
function outputOf(program: string, ...args: string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(program, args, (error, stdout) => resolve(error ? '' : stdout.trim()));
  });
}

let windowManager: Promise<boolean> | undefined;
export function hasWindowManager(): Promise<boolean> {
  windowManager ??= outputOf('xprop', '-root', '_NET_SUPPORTING_WM_CHECK').then((text) => /window id/.test(text));
  return windowManager;
}

/**
 * One Chromium window on the screen. Chromium cannot hide a window: without a window manager it goes off the screen,
 * with one it is minimised and taken off the screen by xdotool. What is asked is done one after the other.
 */
export class Surface {
  private readonly contents: WebContents;
  /** The window may now be above what has to be above it. */
  private readonly onRaised: () => void;
  private queue: Promise<void> = Promise.resolve();
  private windowId: Promise<number> | undefined;
  private unmapped = false;
  /** Whether something asked has not been done yet; what the window reports meanwhile is no news. */
  private pending = 0;

  constructor(contents: WebContents, onRaised: () => void) {
    this.contents = contents;
    this.onRaised = onRaised;
  }

  get busy(): boolean {
    return this.pending > 0;
  }

  show(bounds: Electron.Rectangle, raise: boolean): void {
    this.enqueue(async () => {
      if (this.unmapped) {
        await outputOf('xdotool', 'windowmap', '--sync', await this.xWindow());
        this.unmapped = false;
        await this.set({ windowState: 'normal' });
      }
      await this.place(bounds);
      if (raise) await this.raise();
    });
  }

  hide(): void {
    if (headless) return;
    this.enqueue(async () => {
      if (!(await hasWindowManager())) {
        await this.set({ left: OFF_SCREEN, top: OFF_SCREEN });
        return;
      }
      await this.set({ windowState: 'minimized' });
      await outputOf('xdotool', 'windowunmap', await this.xWindow());
      this.unmapped = true;
    });
  }

  move(bounds: Electron.Rectangle): void {
    this.enqueue(() => this.place(bounds));
  }

  setState(windowState: 'normal' | 'minimized' | 'maximized' | 'fullscreen'): void {
    this.enqueue(() => this.set({ windowState }));
  }

  focus(): void {
    this.enqueue(() => this.raise());
  }

  private async raise(): Promise<void> {
    await this.contents.bringToFront();
    this.onRaised();
  }

  /** Where Chromium says the window is; `undefined` when that means nothing. */
  async read(): Promise<Protocol.Browser.Bounds | undefined> {
    if (this.busy || this.contents.isDestroyed()) return undefined;
    const connection = await this.contents.session.browser.start();
    const { bounds } = await connection.send('Browser.getWindowBounds', { windowId: await this.window() });
    return this.busy || (bounds.left ?? 0) <= OFF_SCREEN / 2 ? undefined : bounds;
  }

  private enqueue(task: () => Promise<void>): void {
    this.pending++;
    this.queue = this.runAfter(this.queue, task);
  }

  private async runAfter(before: Promise<void>, task: () => Promise<void>): Promise<void> {
    try {
      await before;
      await this.contents.ready;
      if (!this.contents.isDestroyed()) await task();
    } catch (thrown) {
      debug('window', messageOf(thrown));
    } finally {
      this.pending--;
    }
  }

  private place({ x, y, width, height }: Electron.Rectangle): Promise<void> {
    return this.set({ left: headless ? 0 : x, top: headless ? 0 : y, width, height });
  }

  private async set(bounds: Protocol.Browser.Bounds): Promise<void> {
    const connection = await this.contents.session.browser.start();
    await connection.send('Browser.setWindowBounds', { windowId: await this.window(), bounds });
  }

  private window(): Promise<number> {
    this.windowId ??= this.contents.ready.then(
      async ({ session }) => (await session.send('Browser.getWindowForTarget')).windowId,
    );
    return this.windowId;
  }

  private async xWindow(): Promise<string> {
    const { token } = await this.contents.ready;
    return (await outputOf('xdotool', 'search', '--classname', `standin-${token}__`)).split('\n')[0] ?? '';
  }
}
