import { originOf, toOuter } from '../session/schemes.ts';
import { completeClass } from '../refuse.ts';

type Implemented = Pick<Electron.WebFrameMain, 'url' | 'origin' | 'detached' | 'isDestroyed'>;

/** `WebFrameMain`: a frame as senders and navigation events show it. Its address comes from Chromium, not from the page. */
export class Frame implements Implemented {
  readonly parent: Frame | null;
  /** As Chromium knows it, so `https://host.app.standin/` for a page of `app://host`. */
  innerUrl = '';
  detached = false;

  constructor(parent: Frame | null) {
    this.parent = parent;
  }

  get url(): string {
    return toOuter(this.innerUrl);
  }
  get origin(): string {
    return originOf(this.url);
  }
  get top(): Frame {
    return this.parent?.top ?? this;
  }
  isDestroyed(): boolean {
    return this.detached;
  }
}
completeClass(Frame);

/** The frames of one page, by Chromium's frame id. */
export class Frames {
  readonly main = new Frame(null);
  private mainId = '';
  private readonly children = new Map<string, Frame>();

  setMain(id: string): void {
    this.mainId = id;
  }

  isMain(id: string | undefined): boolean {
    return id === this.mainId;
  }

  /** The frame with this id; a child of the main frame when it was not seen before. */
  get(id: string | undefined, parentId?: string): Frame {
    if (id === undefined || this.isMain(id)) return this.main;
    const known = this.children.get(id);
    if (known) return known;
    const frame = new Frame(parentId === undefined ? this.main : this.get(parentId));
    this.children.set(id, frame);
    return frame;
  }

  has(id: string): boolean {
    return this.isMain(id) || this.children.has(id);
  }

  remove(id: string): void {
    const frame = this.children.get(id);
    if (frame) frame.detached = true;
    this.children.delete(id);
  }
}
