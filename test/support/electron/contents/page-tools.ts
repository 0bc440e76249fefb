import type { Protocol } from '../browser/cdp.ts';
import { ignoreGone, makeEvent } from '../events.ts';
import { findText, type Found } from '../page/find-text.ts';
import type { Clicked } from '../page/page-watch.ts';
import type { PageMessage } from '../page/messages.ts';
import { toOuter } from '../session/schemes.ts';
import { Image } from '../system/native-image.ts';
import { AttachedPage } from './attached-page.ts';

type Implemented = Pick<
  Electron.WebContents,
  | 'copy'
  | 'cut'
  | 'delete'
  | 'findInPage'
  | 'getOSProcessId'
  | 'getZoomFactor'
  | 'getZoomLevel'
  | 'isAudioMuted'
  | 'isCurrentlyAudible'
  | 'paste'
  | 'print'
  | 'redo'
  | 'selectAll'
  | 'setAudioMuted'
  | 'setZoomFactor'
  | 'setZoomLevel'
  | 'stopFindInPage'
  | 'undo'
>;
const ZOOM_STEP = 1.2;
const CAPTURE_MS = 3000;

/** What an app does with a page beside loading it. */
export abstract class PageTools extends AttachedPage implements Implemented {
  /** What was printed, by whom asked with which options. For tests; Electron has no such list. */
  static readonly printed: { url: string; options: object }[] = [];
  private searches = 0;
  private zoom = 1;
  private processId = 0;
  private audible = false;
  private muted = false;

  /** The messages of a page that are events of its WebContents. */
  protected override onPageMessage(message: PageMessage): void {
    if (message.kind === 'context-menu') this.emit('context-menu', makeEvent(), this.menuParams(message.clicked));
    else if (message.kind === 'target') this.emit('update-target-url', makeEvent(), toOuter(message.url));
    else if (message.kind === 'fullscreen') this.emit(message.on ? 'enter-html-full-screen' : 'leave-html-full-screen');
    else if (message.kind === 'audible') this.setAudible(message.audible);
  }

  override onNewDocument(): void {
    super.onNewDocument();
    ignoreGone(this.findProcess());
    this.setAudible(false);
    if (this.muted) this.sendMuted();
  }
  private async findProcess(): Promise<void> {
    this.processId = (await this.link?.browser.renderers?.newest()) ?? this.processId;
  }
  /** The process of the page; of two pages that share one only the first knows it, the other has 0. */
  getOSProcessId(): number {
    return this.processId;
  }
  private setAudible(audible: boolean): void {
    if (audible === this.audible) return;
    this.audible = audible;
    this.emit('audio-state-changed', makeEvent({ audible }));
  }

  private menuParams({ isPassword, ...clicked }: Clicked) {
    const { isEditable, selectionText } = clicked;
    const hasSelection = selectionText !== '' && !isPassword;
    return {
      ...clicked,
      linkURL: toOuter(clicked.linkURL),
      frame: this.mainFrame,
      frameURL: '',
      pageURL: this.getURL(),
      frameCharset: 'utf-8',
      hasImageContents: clicked.mediaType === 'image',
      suggestedFilename: '',
      selectionRect: { x: 0, y: 0, width: 0, height: 0 },
      selectionStartOffset: 0,
      referrerPolicy: { url: this.getURL(), policy: 'strict-origin-when-cross-origin' },
      misspelledWord: '',
      dictionarySuggestions: [],
      formControlType: 'none',
      spellcheckEnabled: false,
      menuSourceType: 'mouse',
      editFlags: {
        canUndo: isEditable,
        canRedo: isEditable,
        canCut: isEditable && hasSelection,
        canCopy: hasSelection,
        canPaste: isEditable,
        canDelete: isEditable && hasSelection,
        canSelectAll: true,
        canEditRichly: false,
      },
    };
  }

  // --- finding ---

  findInPage(text: string, options: Electron.FindInPageOptions = {}): number {
    if (text === '') throw new Error('Must provide a non-empty search content');
    const { forward = true, matchCase = false, findNext = false } = options;
    const requestId = ++this.searches;
    // Electron's name is the reverse of what it does: true begins a search, false goes on with one.
    const call = `(${String(findText)})(${JSON.stringify(text)}, ${forward}, ${matchCase}, ${findNext || requestId === 1})`;
    ignoreGone(this.tellFound(requestId, call));
    return requestId;
  }
  private async tellFound(requestId: number, call: string): Promise<void> {
    const found = await this.link?.messages.evaluate(call);
    const { active, matches }: Found = Object.assign({ active: 0, matches: 0 }, found);
    const selectionArea = { x: 0, y: 0, width: 0, height: 0 };
    const result = { requestId, activeMatchOrdinal: active, matches, selectionArea, finalUpdate: true };
    this.emit('found-in-page', makeEvent({ result }), result);
  }
  stopFindInPage(action: 'clearSelection' | 'keepSelection' | 'activateSelection'): void {
    const clear = action === 'clearSelection' ? 'getSelection()?.removeAllRanges();' : '';
    this.searches = 0;
    if (this.link) ignoreGone(this.link.messages.evaluate(`${clear}delete globalThis.__standinFound`));
  }

  // --- zoom ---

  getZoomFactor(): number {
    return this.zoom;
  }
  setZoomFactor(factor: number): void {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0");
    this.zoom = factor;
    ignoreGone(this.applyZoom());
  }
  getZoomLevel(): number {
    return Math.log(this.zoom) / Math.log(ZOOM_STEP);
  }
  setZoomLevel(level: number): void {
    this.setZoomFactor(ZOOM_STEP ** level);
  }
  /** The page gets fewer, larger pixels in the same window, as from a browser's zoom. */
  override async applyZoom(): Promise<void> {
    const { session: cdp } = await this.ready;
    const { windowId, bounds } = await cdp.send('Browser.getWindowForTarget');
    const { width: full = 1, height = 1 } = bounds;
    if (this.zoom === 1) {
      await cdp.send('Emulation.clearDeviceMetricsOverride');
      // Without a change of the window the page would keep the size that it had before.
      const connection = await this.session.browser.start();
      for (const width of [full - 1, full])
        await connection.send('Browser.setWindowBounds', { windowId, bounds: { width } });
      return;
    }
    const metrics = { width: Math.round(full / this.zoom), height: Math.round(height / this.zoom), mobile: false };
    await cdp.send('Emulation.setDeviceMetricsOverride', {
      ...metrics,
      deviceScaleFactor: this.zoom,
      scale: this.zoom,
    });
  }

  // --- pictures and paper ---

  /** Empty when the page paints nothing, as while it is off the screen. */
  async capturePage(rect?: Electron.Rectangle): Promise<Image> {
    const { session: cdp } = await this.ready;
    const clip = rect ? { clip: { ...rect, scale: 1 } } : {};
    const take = (format: 'png' | 'jpeg'): Promise<Protocol.Page.captureScreenshotReturnValue> =>
      cdp.send('Page.captureScreenshot', { format, ...clip });
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, CAPTURE_MS, undefined).unref());
    const taken = await Promise.race([Promise.all([take('png'), take('jpeg')]), late]);
    if (!taken) return new Image(Buffer.alloc(0));
    const [png, jpeg] = taken.map(({ data }) => Buffer.from(data, 'base64'));
    return new Image(png ?? Buffer.alloc(0), undefined, jpeg);
  }
  print(options: object = {}, callback?: (success: boolean, failureReason: string) => void): void {
    PageTools.printed.push({ url: this.getURL(), options });
    queueMicrotask(() => callback?.(true, ''));
  }

  // --- editing and sound ---

  private edit(command: string): void {
    ignoreGone(
      this.ready.then(({ session: cdp }) =>
        cdp.send('Runtime.evaluate', { expression: `document.execCommand('${command}')`, userGesture: true }),
      ),
    );
  }
  undo(): void {
    this.edit('undo');
  }
  redo(): void {
    this.edit('redo');
  }
  cut(): void {
    this.edit('cut');
  }
  copy(): void {
    this.edit('copy');
  }
  paste(): void {
    this.edit('paste');
  }
  delete(): void {
    this.edit('delete');
  }
  selectAll(): void {
    this.edit('selectAll');
  }

  isCurrentlyAudible(): boolean {
    return this.audible;
  }
  isAudioMuted(): boolean {
    return this.muted;
  }
  setAudioMuted(muted: boolean): void {
    this.muted = muted;
    this.sendMuted();
  }
  private sendMuted(): void {
    const expression = `document.querySelectorAll('audio, video').forEach((media) => { media.muted = ${this.muted}; })`;
    if (this.link) ignoreGone(this.link.messages.evaluate(expression));
  }
}
