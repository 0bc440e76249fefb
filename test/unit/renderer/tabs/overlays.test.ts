import { expect, test } from 'vitest';
import { countOverlay, useOverlays } from '../../../../renderer/stores/overlays.ts';
import { roomOf } from '../../../../renderer/tabs/use-placed-view.ts';

const open = () => useOverlays.getState().open;

test('a service is covered until the last menu or dialog is closed, each counted once', () => {
  const closeMenu = countOverlay();
  const closeDialog = countOverlay();
  expect(open()).toBe(2);
  closeMenu();
  closeMenu();
  expect(open()).toBe(1);
  closeDialog();
  expect(open()).toBe(0);
});

test.each([
  [{ top: 96, bottom: 760 }, 760, { top: 96, bottom: 0 }],
  [{ top: 129.5, bottom: 600 }, 760, { top: 129.5, bottom: 160 }],
  // What is scrolled or squeezed out of the window is no room.
  [{ top: 96, bottom: 900 }, 760, { top: 96, bottom: 0 }],
  [{ top: -10, bottom: 300 }, 760, { top: 0, bottom: 460 }],
])('an element at %j in a window %i high', (rect, height, room) => {
  expect(roomOf(rect, height)).toEqual(room);
});
