import { readFileSync } from 'node:fs';
import { encodePNG } from './png.ts';
import { completeClass } from '../refuse.ts';

type Implemented = Pick<
  Electron.NativeImage,
  'isEmpty' | 'isTemplateImage' | 'setTemplateImage' | 'toDataURL' | 'toJPEG' | 'toPNG'
>;
const NOTHING = Buffer.alloc(0);

/** `NativeImage`: a PNG as it was read; it is never drawn by us but in the tray. */
export class Image implements Implemented {
  private png: Buffer;
  private template = false;
  private size: Electron.Size | undefined;
  /** The same as Chromium writes it; there is none of an image that is no picture of a page. */
  private readonly jpeg: Buffer | undefined;

  constructor(png: Buffer, size?: Electron.Size, jpeg?: Buffer) {
    this.png = png;
    this.size = size;
    this.jpeg = jpeg;
  }

  isEmpty(): boolean {
    return this.png.length === 0;
  }
  toPNG(): Buffer {
    return this.png;
  }
  toJPEG(): Buffer {
    if (!this.jpeg && !this.isEmpty()) throw new Error('toJPEG of this image is not in the stand-in for Electron');
    return this.jpeg ?? NOTHING;
  }
  toDataURL(): string {
    return `data:image/png;base64,${this.png.toString('base64')}`;
  }
  /** From the PNG's header, unless `resize` said otherwise. */
  getSize(): Electron.Size {
    if (this.size) return this.size;
    if (this.png.length < 24) return { width: 0, height: 0 };
    return { width: this.png.readUInt32BE(16), height: this.png.readUInt32BE(20) };
  }
  /** An image of that size with the same pixels: who draws it scales it. */
  resize(options: Electron.ResizeOptions): Image {
    return new Image(this.png, this.sizeFor(options), this.jpeg);
  }
  /** One length alone keeps the shape. */
  private sizeFor({ width, height }: Electron.ResizeOptions): Electron.Size {
    const now = this.getSize();
    if (width !== undefined) return { width, height: height ?? Math.round((now.height * width) / (now.width || 1)) };
    if (height === undefined) return now;
    return { width: Math.round((now.width * height) / (now.height || 1)), height };
  }
  /** Kept for an image that was empty; the sizes for other screens are not used. */
  addRepresentation({ buffer, dataURL }: Electron.AddRepresentationOptions): void {
    if (!this.isEmpty()) return;
    this.png = buffer ?? fromDataURL(dataURL ?? '');
  }
  setTemplateImage(template: boolean): void {
    this.template = template;
  }
  isTemplateImage(): boolean {
    return this.template;
  }
}
completeClass(Image);

function fromDataURL(url: string): Buffer {
  return Buffer.from(url.split(',')[1] ?? '', 'base64');
}

/** `nativeImage` as the app imports it. */
export const nativeImage = {
  createEmpty: () => new Image(NOTHING),
  createFromBuffer: (buffer: Buffer) => new Image(buffer),
  createFromBitmap: (bitmap: Buffer, { width, height }: Electron.CreateFromBitmapOptions) =>
    new Image(encodePNG(bitmap, width, height)),
  createFromDataURL: (url: string) => new Image(fromDataURL(url)),
  createFromPath(path: string): Image {
    try {
      return new Image(readFileSync(path));
    } catch {
      return new Image(NOTHING); // as Electron: an image that is missing is empty
    }
  },
};
