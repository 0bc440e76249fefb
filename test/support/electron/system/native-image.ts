import { readFileSync } from 'node:fs';
import { completeClass } from '../refuse.ts';

type Implemented = Pick<Electron.NativeImage, 'isEmpty' | 'isTemplateImage' | 'setTemplateImage' | 'toDataURL'>;
const NOTHING = Buffer.alloc(0);

/** `NativeImage`: a PNG as it was read; it is never drawn by us but in the tray. */
export class Image implements Implemented {
  private png: Buffer;
  private template = false;
  private size: Electron.Size | undefined;

  constructor(png: Buffer, size?: Electron.Size) {
    this.png = png;
    this.size = size;
  }

  isEmpty(): boolean {
    return this.png.length === 0;
  }
  toPNG(): Buffer {
    return this.png;
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
    return new Image(this.png, { ...this.getSize(), ...options });
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
  createFromDataURL: (url: string) => new Image(fromDataURL(url)),
  createFromPath(path: string): Image {
    try {
      return new Image(readFileSync(path));
    } catch {
      return new Image(NOTHING); // as Electron: an image that is missing is empty
    }
  },
};
