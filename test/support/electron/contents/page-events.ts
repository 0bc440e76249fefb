import { BLANK_PREFIX } from '../browser/browser.ts';
import type { CdpSession, Protocol } from '../browser/cdp.ts';
import { ignoreGone, makeEvent } from '../events.ts';
import { toOuter } from '../session/schemes.ts';
import type { AttachedPage } from './attached-page.ts';
import type { Frames } from './frame.ts';
import { LoadState } from './load-state.ts';
import { ABORTED, netError } from './net-errors.ts';

const MAX_TITLE = 4096;

/** Where a page is, told by Chromium's events and passed on as Electron's, one after the other. */
export class PageEvents {
  /** The loader of the document whose load event came last. */
  loadedId: string | undefined;
  /** Whether the page is about to leave its document for another; then a `beforeunload` is not a close. */
  navigating = false;
  readonly loads: LoadState;
  private readonly contents: AttachedPage;
  private readonly cdp: CdpSession;
  private readonly frames: Frames;
  private loaderId = '';
  private historyCleared = false;
  /** The document is Chromium's own page that says what went wrong. */
  private failed = false;
  private queue: Promise<void> = Promise.resolve();
  /** What the documents on their way were answered with, by loader. */
  private readonly responses = new Map<string, { status: number; statusText: string }>();
  private readonly failures = new Map<string, string>();

  constructor(contents: AttachedPage, cdp: CdpSession, frames: Frames) {
    this.contents = contents;
    this.cdp = cdp;
    this.frames = frames;
    this.loads = new LoadState((loading) =>
      this.inOrder(() => contents.emit(loading ? 'did-start-loading' : 'did-stop-loading')),
    );
    this.followNavigation();
    this.followLoading();
    this.followNetwork();
  }

  /** Electron's list of the history is up to date when its events come. */
  inOrder(task: () => unknown): void {
    this.queue = this.runAfter(this.queue, task);
  }
  private async runAfter(before: Promise<void>, task: () => unknown): Promise<void> {
    await before;
    try {
      await task();
    } catch (thrown) {
      // A listener of the app threw: that is an error of the app's, as with any emitter.
      queueMicrotask(() => {
        throw thrown;
      });
    }
  }

  private get quiet(): boolean {
    return this.contents.stub?.filling === true;
  }

  private followNavigation(): void {
    const { cdp, frames } = this;
    cdp.on('Page.frameAttached', ({ frameId, parentFrameId }) => frames.get(frameId, parentFrameId));
    cdp.on('Page.frameDetached', ({ frameId, reason }) => {
      if (reason !== 'remove') return;
      frames.remove(frameId);
      this.loads.frame(frameId, false);
    });
    cdp.on('Page.frameNavigated', ({ frame }) => this.onNavigated(frame));
    cdp.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      frames.get(frameId).innerUrl = url;
      const isMain = frames.isMain(frameId);
      if (isMain) this.navigating = false;
      if (!this.quiet)
        this.tell(() => this.contents.emit('did-navigate-in-page', makeEvent(), toOuter(url), isMain, 1, 1));
    });
    cdp.on('Page.frameStartedNavigating', (started) => this.onStarted(started));
    cdp.on('Page.frameRequestedNavigation', ({ frameId }) => {
      if (frames.isMain(frameId)) this.navigating = true;
    });
  }

  /** With the list of the history brought up to date before. */
  private tell(task: () => void, arrived?: string): void {
    this.inOrder(() => this.contents.navigationHistory.refresh(arrived));
    this.inOrder(task);
  }

  private onStarted({ frameId, url, loaderId, navigationType }: Protocol.Page.frameStartedNavigatingPayload): void {
    const isMainFrame = this.frames.isMain(frameId);
    const isSameDocument = /sameDocument/i.test(navigationType);
    if (isMainFrame) this.navigating = true;
    if (this.quiet || url.startsWith(BLANK_PREFIX)) return;
    if (isMainFrame && !isSameDocument) this.loads.start(loaderId);
    const frame = this.frames.get(frameId);
    const event = makeEvent({ url: toOuter(url), isSameDocument, isMainFrame, frame, initiator: frame });
    this.inOrder(() => this.contents.emit('did-start-navigation', event, event.url, isSameDocument, isMainFrame, 1, 1));
  }

  private onNavigated(frame: Protocol.Page.Frame): void {
    const { contents, frames } = this;
    const url = (frame.unreachableUrl ?? frame.url) + (frame.urlFragment ?? '');
    if (url.startsWith(BLANK_PREFIX)) return;
    frames.get(frame.id, frame.parentId).innerUrl = url;
    const isMain = frame.parentId === undefined;
    const response = this.responses.get(frame.loaderId) ?? { status: 200, statusText: 'OK' };
    const failure =
      frame.unreachableUrl === undefined ? undefined : (this.failures.get(frame.loaderId) ?? 'ERR_FAILED');
    if (isMain) {
      this.loaderId = frame.loaderId;
      this.navigating = false;
      this.responses.clear();
      this.failures.clear();
      contents.onNewDocument();
    }
    if (this.quiet) return;
    const arrived = isMain ? url : undefined;
    if (isMain) this.failed = failure !== undefined;
    if (failure !== undefined)
      this.tell(() => {
        this.fail(failure, url, isMain);
        contents.emit('-failed', frame.loaderId);
      }, arrived);
    else
      this.tell(() => {
        contents.emit(
          'did-frame-navigate',
          makeEvent(),
          toOuter(url),
          response.status,
          response.statusText,
          isMain,
          1,
          1,
        );
        if (isMain) contents.emit('did-navigate', makeEvent(), toOuter(url), response.status, response.statusText);
      }, arrived);
    if (!isMain) return;
    this.loads.frame(frame.id, true);
    this.loads.end();
  }

  private fail(errorText: string, url: string, isMain: boolean): void {
    const { name, code } = netError(errorText);
    this.contents.emit('did-fail-load', makeEvent(), code, name, toOuter(url), isMain, 1, 1);
  }

  private followLoading(): void {
    const { cdp, contents, frames } = this;
    cdp.on('Page.frameStartedLoading', ({ frameId }) => {
      if (frames.main.innerUrl !== '' && !this.quiet) this.loads.frame(frameId, true);
    });
    cdp.on('Page.frameStoppedLoading', ({ frameId }) => {
      if (frames.isMain(frameId)) this.navigating = this.loads.navigating;
      this.loads.frame(frameId, false);
    });
    cdp.on('Page.domContentEventFired', () => {
      if (frames.main.innerUrl !== '' && !this.quiet && !this.failed)
        this.inOrder(() => contents.emit('dom-ready', makeEvent()));
    });
    cdp.on('Page.loadEventFired', () => {
      if (frames.main.innerUrl !== '' && !this.quiet) this.onLoad();
    });
  }

  private followNetwork(): void {
    const { cdp, frames } = this;
    cdp.on('Network.responseReceived', ({ requestId, loaderId, type, response }) => {
      if (type !== 'Document' || requestId !== loaderId) return;
      const { status, statusText } = response;
      this.responses.set(loaderId, { status, statusText });
    });
    cdp.on('Network.loadingFailed', ({ requestId, type, errorText }) => {
      if (type !== 'Document') return;
      this.failures.set(requestId, errorText);
      // One that leads to an error page ends with that; this one leads nowhere.
      if (netError(errorText).code === ABORTED || errorText === 'net::ERR_BLOCKED_BY_CLIENT') this.loads.end(requestId);
    });
    cdp.on('Page.downloadWillBegin', ({ frameId }) => frames.isMain(frameId) && this.loads.end());
  }

  private onLoad(): void {
    const { cdp, contents } = this;
    const loaded = this.loaderId;
    if (!this.historyCleared && contents.stub?.filled !== true) {
      this.historyCleared = true; // the window's empty first document is no place to go back to
      ignoreGone(cdp.send('Page.resetNavigationHistory'));
    }
    this.inOrder(async () => {
      // As if the person had touched our own page: without that Chromium asks no page about its `beforeunload`.
      const userGesture = contents.hasPreload;
      const expression = `document.title.slice(0, ${MAX_TITLE})`;
      const title = cdp.send('Runtime.evaluate', { expression, userGesture });
      const text = (await title.catch(() => undefined))?.result.value;
      await contents.navigationHistory.refresh();
      if (this.failed) return;
      contents.onTitle(String(text ?? ''));
      this.loadedId = loaded;
      contents.emit('-loaded', loaded);
      contents.emit('did-finish-load');
    });
  }
}
