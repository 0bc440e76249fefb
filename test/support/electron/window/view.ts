import { EventEmitter } from 'node:events';
import { WebContents } from '../contents/web-contents.ts';
import type { PageMessage } from '../page/messages.ts';
import { completeClass } from '../refuse.ts';
import { ViewSurface } from './view-surface.ts';

type Implemented = Pick<Electron.View, 'getBounds' | 'getVisible' | 'setBackgroundColor' | 'setBounds' | 'setVisible'>;

/** The window that a tree of views is in. */
export interface ViewHost {
  /** Where the content is on the screen, and whether it is to be seen there. */
  readonly place: { origin: Electron.Point; shown: boolean };
  /** What views go above. */
  readonly page: WebContents;
  onViewMessage(contents: WebContents, message: PageMessage): void;
  onPageFocus(contents: WebContents): void;
  raiseViews(): void;
}

/** `View`: a place in its parent. It is drawn nowhere; what it has in it is. */
export class View extends EventEmitter implements Implemented {
  /** Set by the window for the view that is all of its content. */
  host: ViewHost | undefined;
  protected parent: View | undefined;
  protected bounds: Electron.Rectangle = { x: 0, y: 0, width: 0, height: 0 };
  private readonly inside: View[] = [];
  private visible = true;

  get children(): View[] {
    return [...this.inside];
  }

  /** On top of the others, or at `index`; a view that is inside already only changes its place. */
  addChildView(view: View, index?: number): void {
    if (!(view instanceof View) || view.contains(this)) throw new TypeError('Error processing argument at index 0');
    view.parent?.drop(view);
    view.parent = this;
    this.inside.splice(index ?? this.inside.length, 0, view);
    this.layout();
  }
  removeChildView(view: View): void {
    if (view.parent !== this) return;
    this.drop(view);
    view.layout();
  }
  private drop(view: View): void {
    this.inside.splice(this.inside.indexOf(view), 1);
    view.parent = undefined;
  }

  contains(view: View): boolean {
    return view === this || this.inside.some((child) => child.contains(view));
  }
  /** All that is inside, from the lowest to the topmost. */
  all(): View[] {
    return [this, ...this.inside.flatMap((child) => child.all())];
  }
  hostOf(): ViewHost | undefined {
    return this.host ?? this.parent?.hostOf();
  }

  /** Brings everything inside to where it has to be now. */
  layout(): void {
    const place = this.placeInside();
    this.settle(place.origin, place.shown);
    this.inside.forEach((child) => child.layout());
  }
  /** Where this view's own corner is on the screen, and whether it is to be seen. */
  private placeInside(): ViewHost['place'] {
    if (this.host) return this.host.place;
    const around = this.parent?.placeInside();
    const { x = 0, y = 0 } = around?.origin ?? {};
    return { origin: { x: x + this.bounds.x, y: y + this.bounds.y }, shown: around?.shown === true && this.visible };
  }
  protected settle(_origin: Electron.Point, _shown: boolean): void {}

  setBounds(bounds: Electron.Rectangle): void {
    const { x, y, width, height } = bounds;
    const before = this.bounds;
    this.bounds = { x, y, width, height };
    this.layout();
    if (before.x !== x || before.y !== y || before.width !== width || before.height !== height)
      queueMicrotask(() => this.emit('bounds-changed'));
  }
  getBounds(): Electron.Rectangle {
    return { ...this.bounds };
  }
  setVisible(visible: boolean): void {
    this.visible = visible;
    this.layout();
  }
  getVisible(): boolean {
    return this.visible;
  }
  /** Chromium paints its own background. */
  setBackgroundColor(): void {}
}
completeClass(View);

/** `WebContentsView`: a page in a place of a window, which is a Chromium window of its own above that window's. */
export class WebContentsView extends View {
  private contents: WebContents | undefined;
  private readonly surface: ViewSurface;

  constructor(options: { webPreferences?: Electron.WebPreferences; webContents?: WebContents } = {}) {
    super();
    const contents = options.webContents ?? new WebContents(options.webPreferences ?? {});
    this.contents = contents;
    this.surface = new ViewSurface(contents);
    const tell = (message: PageMessage): void => this.hostOf()?.onViewMessage(contents, message);
    contents.on('-window', tell);
    contents.on('-focus', () => this.hostOf()?.onPageFocus(contents));
    contents.on('-raised', () => this.hostOf()?.raiseViews());
    contents.once('destroyed', () => (this.contents = undefined));
  }

  /** Gone once the page is closed, as in Electron, whose types do not say so. */
  get webContents(): WebContents | undefined {
    return this.contents;
  }

  protected override settle(origin: Electron.Point, shown: boolean): void {
    this.surface.settle({ ...this.bounds, ...origin }, shown, this.hostOf()?.page);
  }
  /** Whether its page can be seen. For tests; Electron has no such function. */
  isOnScreen(): Promise<boolean> {
    return this.surface.isOnScreen();
  }
  /** Above what was raised since. */
  raise(): void {
    this.surface.raise();
  }
}
