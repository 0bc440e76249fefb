import { CELL, type Letter, type Letters } from './letters.ts';

/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

interface Picture {
  /** Width and height in pixels. */
  size: number;
  background: Rgb;
  foreground: Rgb;
  /** Up to three characters; what is no letter of ours is left out. */
  text: string;
  /** How high capitals are, as a part of the size. */
  height: number;
}

interface Placed {
  letter: Letter;
  /** Where its ink begins, in pixels of the picture. */
  x: number;
}

/** How much of the width letters may take, and how far apart they stand as a part of their height. */
const WIDEST = 0.76;
const GAP = 0.16;
/** Samples of a pixel in each direction. */
const SAMPLES = 3;

/** Draws a disc with letters: rows of blue, green, red and alpha, the colours multiplied by it, as `nativeImage` takes them. */
export function drawDisc(letters: Letters, { size, background, foreground, text, height }: Picture): Buffer {
  const { scale, placed } = place(letters, text, { size, height });
  const bitmap = Buffer.alloc(size * size * 4);
  const middle = (CELL.top + CELL.bottom) / 2;
  const inkAt = (x: number, y: number) => {
    const found = placed.findLast(({ x: left }) => left <= x);
    return found ? found.letter.at(found.letter.left + (x - found.x) / scale, middle + (y - size / 2) / scale) : 0;
  };
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const { disc, ink } = coverage(x, y, size, inkAt);
      const colors = [2, 1, 0].map((part) => (background[part] ?? 0) * (disc - ink) + (foreground[part] ?? 0) * ink);
      bitmap.set([...colors, 255 * disc].map(Math.round), (y * size + x) * 4);
    }
  }
  return bitmap;
}

/** The letters in a row in the middle, smaller where they would be too wide. */
function place(letters: Letters, text: string, { size, height }: Pick<Picture, 'size' | 'height'>) {
  const known = Array.from(text, letters).filter((letter) => letter !== null);
  const capital = CELL.bottom - CELL.top;
  const gap = GAP * capital;
  const width = known.reduce((sum, { left, right }) => sum + right - left + gap, -gap);
  const scale = Math.min((height * size) / capital, (WIDEST * size) / Math.max(width, 1));
  let x = (size - width * scale) / 2;
  const placed: Placed[] = [];
  for (const letter of known) {
    placed.push({ letter, x });
    x += (letter.right - letter.left + gap) * scale;
  }
  return { scale, placed };
}

/** How much of a pixel is disc, and how much of it ink, 0 to 1. */
function coverage(x: number, y: number, size: number, inkAt: (x: number, y: number) => number) {
  let [disc, ink] = [0, 0];
  for (let sample = 0; sample < SAMPLES ** 2; sample += 1) {
    const [sx, sy] = [x + ((sample % SAMPLES) + 0.5) / SAMPLES, y + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES];
    if (Math.hypot(sx - size / 2, sy - size / 2) > size / 2) continue;
    disc += 1;
    ink += inkAt(sx, sy);
  }
  return { disc: disc / SAMPLES ** 2, ink: ink / SAMPLES ** 2 };
}
