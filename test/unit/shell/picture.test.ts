import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { webLightTheme } from '@fluentui/react-components';
import * as z from 'zod';
import { ROOT } from '../../../build/scripts/steps.ts';
import { CELL, LETTERS, lettersOf } from '../../../main/shell/letters.ts';
import { colors } from '../../../main/shell/account-colors.ts';
import { drawDisc } from '../../../main/shell/picture.ts';
import { colors as ofWindow } from '../../../renderer/colors.ts';
import { nativeImage } from '../../support/electron/system/native-image.ts';

const sheet = nativeImage.createFromPath(join(ROOT, 'build/icons/letters.png'));
const letters = lettersOf(sheet);
const size = 96;
const draw = (text: string) =>
  drawDisc(letters, { size, text, height: 0.32, background: [0, 0, 200], foreground: [255, 255, 0] });

/** The pixels that are mostly letter. */
function inked(bitmap: Buffer): { x: number; y: number }[] {
  return Array.from({ length: size * size }, (_, pixel) => ({ x: pixel % size, y: Math.floor(pixel / size), pixel }))
    .filter(({ pixel }) => (bitmap[pixel * 4 + 2] ?? 0) > 128)
    .map(({ x, y }) => ({ x, y }));
}

test('every letter of the sheet is there, and no other', () => {
  const source = readFileSync(join(ROOT, 'build/icons/source/letters.svg'), 'utf8');
  expect([...source.matchAll(/>(.)<\/text>/g)].map(([, letter]) => letter).join('')).toBe(LETTERS);
  expect(sheet.getSize()).toEqual({ width: CELL.columns * CELL.size, height: 6 * CELL.size });
  for (const letter of LETTERS) {
    const { left = 0, right = 0 } = letters(letter) ?? {};
    expect([letter, right - left > 3]).toEqual([letter, true]);
  }
  for (const other of ['', ' ', '李', 'a', '\u{1f600}']) expect(letters(other)).toBeNull();
  expect(letters('Ä')?.left).toBe(letters('A')?.left);
});

test('a disc with nothing around it, and letters in its middle', () => {
  const bitmap = draw('ML');
  expect([...bitmap.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
  const middleOfTop = (5 * size + size / 2) * 4;
  expect([...bitmap.subarray(middleOfTop, middleOfTop + 4)]).toEqual([200, 0, 0, 255]);
  const ink = inked(bitmap);
  for (const axis of ['x', 'y'] as const) {
    const at = ink.map((point) => point[axis]);
    expect(Math.abs((Math.min(...at) + Math.max(...at) + 1) / 2 - size / 2)).toBeLessThan(1.5);
  }
});

test('wide letters stay inside, and unknown ones leave the colour alone', () => {
  const xs = inked(draw('WMW')).map(({ x }) => x);
  expect(Math.max(...xs) - Math.min(...xs)).toBeLessThanOrEqual(size * 0.77);
  expect(inked(draw('李'))).toEqual([]);
  expect(inked(draw(''))).toEqual([]);
});

test('the colours of pictures are those of the window in its light theme', () => {
  const theme = z.record(z.string(), z.unknown()).parse(webLightTheme);
  const value = (token: string) => theme[token.replace(/^var\(--|\)$/g, '')];
  expect(colors).toEqual(ofWindow.map(({ background, foreground }) => [value(background), value(foreground)]));
});
