import type { NativeImage } from 'electron/common';
/** What `letters.png` holds, in cells from left to right and top to bottom; `build/scripts/icons.ts` draws it. */
export declare const LETTERS =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+?\u0391\u0392\u0393\u0394\u0395\u0396\u0397\u0398\u0399\u039A\u039B\u039C\u039D\u039E\u039F\u03A0\u03A1\u03A3\u03A4\u03A5\u03A6\u03A7\u03A8\u03A9\u0410\u0411\u0412\u0413\u0414\u0415\u0401\u0416\u0417\u0418\u0419\u041A\u041B\u041C\u041D\u041E\u041F\u0420\u0421\u0422\u0423\u0424\u0425\u0426\u0427\u0428\u0429\u042A\u042B\u042C\u042D\u042E\u042F';
/** The measures of `letters.png` in pixels: a cell's width and height, and from its top the lines letters stand and end on. */
export declare const CELL: {
  readonly columns: 16;
  readonly size: 64;
  readonly top: 11;
  readonly bottom: 48;
};
/** Coverage from 0 to 1 of a point of a letter. */
export interface Letter {
  /** From the first to behind the last column that has ink. */
  left: number;
  right: number;
  /** `x` and `y` in pixels of the cell. */
  at(x: number, y: number): number;
}
/** Finds letters, also without an accent that is not there; null for one that is not there. */
export type Letters = (character: string) => Letter | null;
/** The letters of `letters.png`; none where it could not be read. */
export declare function lettersOf(image: Pick<NativeImage, 'getSize' | 'toBitmap'>): Letters;
