import type { Rectangle } from 'electron/main';
import * as z from 'zod';

/** Narrower or lower, the pages no longer fit. */
export const MIN_SIZE = { width: 400, height: 480 } as const;
const DEFAULT_SIZE = { width: 1100, height: 760 } as const;
/** So much of the window's upper edge has to be on a display for the person to get hold of it. */
const GRIP = { width: 120, height: 40 } as const;

/** Where the window was when it was closed last. */
export const WindowState = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1).max(100_000),
  height: z.int().min(1).max(100_000),
  maximized: z.boolean(),
});
export type WindowState = z.infer<typeof WindowState>;

function showsGrip(state: WindowState, area: Rectangle): boolean {
  const width = Math.min(state.x + state.width, area.x + area.width) - Math.max(state.x, area.x);
  return width >= GRIP.width && state.y >= area.y && state.y + GRIP.height <= area.y + area.height;
}

/**
 * Where to open the window: where it was, if that is on a display that is there now; else at the usual place.
 * @param workAreas what the displays offer to windows, in the same units as the bounds.
 */
export function startBounds(saved: unknown, workAreas: readonly Rectangle[]): Partial<Rectangle> {
  const { data: state } = WindowState.safeParse(saved);
  const area = state && workAreas.find((candidate) => showsGrip(state, candidate));
  if (!state || !area) return DEFAULT_SIZE;
  const width = Math.max(MIN_SIZE.width, Math.min(state.width, area.width));
  const height = Math.max(MIN_SIZE.height, Math.min(state.height, area.height));
  return { x: state.x, y: state.y, width, height };
}
