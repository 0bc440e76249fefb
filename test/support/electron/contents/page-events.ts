import { BLANK_PREFIX } from '../browser/browser.ts';
import type { CdpSession, Protocol } from '../browser/cdp.ts';
import { ignoreGone, makeEvent } from '../events.ts';
import { toOuter } from '../session/schemes.ts';
import type { Frames } from './frame.ts';
import type { WebContents } from './web-contents.ts';

const LEVELS: Partial<Record<Protocol.Runtime.consoleAPICalledPayload['type'], string>> = {
  error: 'error',
  assert: 'error',
  warning: 'warning',
  debug: 'debug',
};

/** Where a page is, told by Chromium's events and passed on as Electron's. */
export class PageEvents {
  /** The loader of the document whose load event came last. */
  loadedId: string | undefined;
  /** Whether the page is about to leave its document for another; then a `beforeunload` is not a close. */
  navigating = false;
  private readonly contents: WebContents;
  private readonly cdp: CdpSession;
  private readonly frames: Frames;
  private loaderId = '';
  private historyCleared = false;

  constructor(contents: WebContents, cdp: CdpSession, frames: Frames) {
    this.contents = contents;
    this.cdp = cdp;
    this.frames = frames;
    this.followNavigation();
    this.followLoading();
    cdp.on('Inspector.targetCrashed', () =>
      contents.emit('render-process-gone', makeEvent(), { reason: 'crashed', exitCode: 1 }),
    );
    cdp.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
      const message = args.map((arg) => arg.value ?? arg.description).join(' ');
      const at = stackTrace?.callFrames[0];
      const details = {
        level: LEVELS[type] ?? 'info',
        message,
        lineNumber: at?.lineNumber ?? 0,
        sourceId: toOuter(at?.url ?? ''),
        frame: frames.main,
      };
      contents.emit('console-message', makeEvent(details));
    });
  }

  private followNavigation(): void {
    const { cdp, contents, frames } = this;
    cdp.on('Page.frameAttached', ({ frameId, parentFrameId }) => frames.get(frameId, parentFrameId));
    cdp.on('Page.frameDetached', ({ frameId, reason }) => reason === 'remove' && frames.remove(frameId));
    cdp.on('Page.frameNavigated', ({ frame }) => {
      const url = frame.url + (frame.urlFragment ?? '');
      if (url.startsWith(BLANK_PREFIX)) return;
      frames.get(frame.id, frame.parentId).innerUrl = url;
      if (frame.parentId !== undefined) return;
      this.loaderId = frame.loaderId;
      this.navigating = false;
      contents.applyTheme(); // Playwright's own emulation may have come in between
      contents.emit('did-navigate', makeEvent(), toOuter(url), 200, 'OK');
    });
    cdp.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      frames.get(frameId).innerUrl = url;
      if (!frames.isMain(frameId)) return;
      this.navigating = false;
      contents.emit('did-navigate-in-page', makeEvent(), toOuter(url), true);
    });
    const setNavigating = (navigating: boolean) => (event: { frameId: string }) => {
      if (frames.isMain(event.frameId)) this.navigating = navigating;
    };
    cdp.on('Page.frameStartedNavigating', setNavigating(true));
    cdp.on('Page.frameRequestedNavigation', setNavigating(true));
    cdp.on('Page.frameStoppedLoading', setNavigating(false));
  }

  private followLoading(): void {
    const { cdp, contents, frames } = this;
    cdp.on('Page.frameStartedLoading', ({ frameId }) => {
      if (frames.isMain(frameId) && frames.main.innerUrl !== '') contents.emit('did-start-loading');
    });
    cdp.on('Page.domContentEventFired', () => {
      if (frames.main.innerUrl !== '') contents.emit('dom-ready', makeEvent());
    });
    cdp.on('Page.loadEventFired', () => {
      if (frames.main.innerUrl !== '') void this.onLoad();
    });
  }

  private async onLoad(): Promise<void> {
    const { cdp, contents } = this;
    if (!this.historyCleared) {
      this.historyCleared = true; // the window's empty first document is no place to go back to
      ignoreGone(cdp.send('Page.resetNavigationHistory'));
    }
    this.loadedId = this.loaderId;
    // As if the person had touched the page: without that Chromium asks no page about its `beforeunload`.
    const title = cdp.send('Runtime.evaluate', { expression: 'document.title', userGesture: true });
    contents.onTitle(String((await title.catch(() => undefined))?.result.value ?? ''));
    contents.emit('-loaded', this.loadedId);
    contents.emit('did-finish-load');
    contents.emit('did-stop-loading');
  }
}
