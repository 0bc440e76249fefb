import type { NativeImage } from 'electron/common';
import { expect, test } from 'vitest';
import { createBadge } from '../../../main/shell/badge.ts';
import { nativeImage } from '../../support/electron/system/native-image.ts';

/** What a badge asked of the system. */
function underTest(platform: NodeJS.Platform) {
  const asked: unknown[] = [];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only handed on
  const picture = nativeImage.createEmpty() as unknown as NativeImage;
  const badge = createBadge({
    app: { setBadgeCount: (count) => asked.push(count) > 0 },
    platform,
    windows: () => [{ setOverlayIcon: (image, words) => void asked.push([image === picture, words]) }],
    picture: () => picture,
  });
  return { badge, asked };
}

test.each(['darwin', 'linux'] as const)('on %s the system draws the number', (platform) => {
  const { badge, asked } = underTest(platform);
  for (const count of [3, 0]) badge.show(count);
  expect(asked).toEqual([3, 0]);
});

test('on Windows it is a picture over the icon, with words, and none at 0', () => {
  const { badge, asked } = underTest('win32');
  for (const count of [3, 0]) badge.show(count);
  expect(asked).toEqual([
    [true, '3 unread'],
    [false, ''],
  ]);
});
