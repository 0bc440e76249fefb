import { type NativeImage, nativeImage } from 'electron/common';
import type { Account } from '../../shared/domain/account.ts';
import { unreadNumber } from '../../shared/unread.ts';
import { colors } from './account-colors.ts';
import { type Letters, lettersOf } from './letters.ts';
import { drawDisc, type Rgb } from './picture.ts';

/** Pictures that no file can hold, because they show what the person has. */
export interface Pictures {
  /** An account's initials on its colour. */
  account(of: Pick<Account, 'initials' | 'color'>): NativeImage;
  /** A number in red, for the corner of an icon. */
  number(count: number): NativeImage;
}

/** In pixels; systems draw it smaller. */
const ACCOUNT_SIZE = 96;
/** Windows has room for 16 pixels; twice as many for screens that draw them finer. */
const NUMBER_SIZE = 32;

/** Draws with the letters in the file at `path`, read when the first picture is drawn. */
export function createPictures(path: string): Pictures {
  let known: Letters | undefined;
  const letters = () => (known ??= lettersOf(nativeImage.createFromPath(path)));
  return {
    account({ initials, color }) {
      const [background, foreground] = colors[color] ?? colors[0];
      const look = { background: rgb(background), foreground: rgb(foreground), text: initials, height: 0.32 };
      return imageOf(drawDisc(letters(), { ...look, size: ACCOUNT_SIZE }), ACCOUNT_SIZE, 1);
    },
    number(count) {
      const look = { background: rgb('#c4314b'), foreground: rgb('#ffffff'), text: unreadNumber(count), height: 0.56 };
      return imageOf(drawDisc(letters(), { ...look, size: NUMBER_SIZE }), NUMBER_SIZE, 2);
    },
  };
}

function imageOf(bitmap: Buffer, size: number, scaleFactor: number): NativeImage {
  return nativeImage.createFromBitmap(bitmap, { width: size, height: size, scaleFactor });
}

function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
