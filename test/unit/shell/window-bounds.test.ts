import { expect, test } from 'vitest';
import { startBounds } from '../../../main/shell/window-bounds.ts';

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const beside = { x: 1440, y: 0, width: 1920, height: 1080 };
const saved = { x: 100, y: 100, width: 900, height: 700, maximized: false };
const usual = { width: 1100, height: 760 };

test.each([
  ['where it was', saved, [laptop], { x: 100, y: 100, width: 900, height: 700 }],
  ['on the second display', { ...saved, x: 2000 }, [laptop, beside], { x: 2000, y: 100, width: 900, height: 700 }],
  ['a display that is gone', { ...saved, x: 2000 }, [laptop], usual],
  ['above the display', { ...saved, y: -50 }, [laptop], usual],
  ['below the display', { ...saved, y: 880 }, [laptop], usual],
  ['only a sliver left of the edge', { ...saved, x: 1400 }, [laptop], usual],
  ['a corner that can be held', { ...saved, x: 1300 }, [laptop], { x: 1300, y: 100, width: 900, height: 700 }],
  [
    'larger than the display',
    { ...saved, width: 5000, height: 5000 },
    [laptop],
    { x: 100, y: 100, width: 1440, height: 875 },
  ],
  ['too small', { ...saved, width: 150, height: 10 }, [laptop], { x: 100, y: 100, width: 400, height: 480 }],
  ['no display at all', saved, [], usual],
  ['a first start', undefined, [laptop], usual],
  ['nonsense', { x: 'left', y: Number.NaN }, [laptop], usual],
  ['a list', [], [laptop], usual],
])('%s', (_name, state, areas, expected) => {
  expect(startBounds(state, areas)).toEqual(expected);
});
