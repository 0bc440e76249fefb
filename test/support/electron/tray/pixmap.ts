import { inflateSync } from 'node:zlib';

/** An image as StatusNotifierItem wants it: width, height, and rows of alpha, red, green, blue. */
export type Pixmap = [width: number, height: number, argb: Buffer];

/** The concatenated content of a PNG's IDAT chunks. */
function imageData(png: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at + 12 <= png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return inflateSync(Buffer.concat(parts));
}

/** Undoes one row's filter in place (PNG specification, section 9). */
function unfilter(filter: number, row: Buffer, previous: Buffer, step: number): void {
  for (let at = 0; at < row.length; at++) {
    const left = at >= step ? (row[at - step] ?? 0) : 0;
    const up = previous[at] ?? 0;
    const upLeft = at >= step ? (previous[at - step] ?? 0) : 0;
    const predictions = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)];
    row[at] = (row[at] ?? 0) + (predictions[filter] ?? 0);
  }
}

function paeth(left: number, up: number, upLeft: number): number {
  const guess = left + up - upLeft;
  const [toLeft, toUp, toUpLeft] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - upLeft)];
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
}

/** Reads an 8-bit RGB or RGBA PNG that is not interlaced; nothing for any other. */
export function pixmapOf(png: Buffer): Pixmap[] {
  if (png.length < 33) return [];
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const [depth, colourType, interlace] = [png[24], png[25], png[28]];
  const channels = colourType === 6 ? 4 : colourType === 2 ? 3 : 0;
  if (channels === 0 || depth !== 8 || interlace !== 0) return [];
  const data = imageData(png);
  const argb = Buffer.alloc(width * height * 4);
  const stride = width * channels;
  let previous: Buffer = Buffer.alloc(stride);
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1);
    const row = data.subarray(start + 1, start + 1 + stride);
    unfilter(data[start] ?? 0, row, previous, channels);
    for (let x = 0; x < width; x++) {
      const to = (y * width + x) * 4;
      argb[to] = channels === 4 ? (row[x * 4 + 3] ?? 255) : 255;
      row.copy(argb, to + 1, x * channels, x * channels + 3);
    }
    previous = row;
  }
  return [[width, height, argb]];
}
