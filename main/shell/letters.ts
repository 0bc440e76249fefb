import type { NativeImage } from 'electron/common';

/** What `letters.png` holds, in cells from left to right and top to bottom. */
export const LETTERS =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+?ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ';

/** The measures of `letters.png` in pixels: a cell's width and height, and from its top the lines letters stand and end on. */
export const CELL = { columns: 16, size: 64, top: 11, bottom: 48 } as const;

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
export function lettersOf(image: Pick<NativeImage, 'getSize' | 'toBitmap'>): Letters {
  const { width } = image.getSize();
  const bitmap = image.toBitmap();
  return (character) => {
    if (character === '' || bitmap.length === 0) return null;
    const places = [character, character.normalize('NFD').charAt(0)].map((form) => LETTERS.indexOf(form));
    const found = places.find((at) => at >= 0);
    return found === undefined ? null : letterIn(bitmap, width, found);
  };
}

function letterIn(bitmap: Buffer, width: number, index: number): Letter {
  const { size, columns } = CELL;
  const [x0, y0] = [(index % columns) * size, Math.floor(index / columns) * size];
  const at = (x: number, y: number) => {
    if (x < 0 || y < 0 || x >= size || y >= size) return 0;
    // The letters are white on nothing: the last of four bytes says how much of a pixel is theirs.
    return (bitmap[((y0 + Math.floor(y)) * width + x0 + Math.floor(x)) * 4 + 3] ?? 0) / 255;
  };
  const rows = Array.from({ length: size }, (_, y) => y);
  const inked = rows.filter((x) => rows.some((y) => at(x, y) > 0.5));
  return { left: inked[0] ?? 0, right: (inked.at(-1) ?? 0) + 1, at };
}
