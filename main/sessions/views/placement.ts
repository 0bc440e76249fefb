import type { BrowserWindow, WebContentsView } from 'electron/main';
import type { Room } from '../port.ts';

/** Where views are on the window: at most one is on screen, in the room that our own page leaves. */
export interface Placement {
  attach(window: BrowserWindow): void;
  add(view: WebContentsView): void;
  show(view: WebContentsView | null): void;
  remove(view: WebContentsView): void;
  place(room: Room | null): void;
  /** A page that fills the screen gets the whole window. */
  fill(view: WebContentsView, isFull: boolean): void;
}

export function createPlacement(): Placement {
  let window: BrowserWindow | null = null;
  let room: Room | null = null;
  let shown: WebContentsView | null = null;
  let full: WebContentsView | null = null;

  const bounds = (view: WebContentsView, owner: BrowserWindow) => {
    const { width, height } = owner.getContentBounds();
    if (view === full || room === null) return { x: 0, y: 0, width, height };
    // Our page counts in CSS pixels, which its zoom makes larger or smaller than the window's.
    const scale = owner.webContents.getZoomFactor();
    const top = Math.round(room.top * scale);
    return { x: 0, y: top, width, height: Math.max(0, height - top - Math.round(room.bottom * scale)) };
  };
  const draw = () => {
    if (!window || window.isDestroyed() || !shown) return;
    const isVisible = room !== null || shown === full;
    if (isVisible) shown.setBounds(bounds(shown, window));
    shown.setVisible(isVisible);
  };
  const add = (view: WebContentsView) => {
    if (!window || window.isDestroyed() || window.contentView.children.includes(view)) return;
    window.contentView.addChildView(view);
  };

  return {
    attach(given) {
      window = given;
      given.on('resize', draw);
      given.on('closed', () => (window = null));
      if (shown) add(shown);
      draw();
    },
    add(view) {
      view.setVisible(false);
      // It is laid out as large as it will be, though nobody sees it yet.
      if (window && !window.isDestroyed()) view.setBounds(bounds(view, window));
      add(view);
    },
    show(view) {
      if (view === shown) return;
      const before = shown;
      shown = view;
      full = null;
      if (view) add(view);
      draw();
      // Only now, so that nothing of our own page flashes up between the two.
      before?.setVisible(false);
    },
    remove(view) {
      if (view === shown) shown = null;
      if (view === full) full = null;
      if (window && !window.isDestroyed()) window.contentView.removeChildView(view);
    },
    place(given) {
      room = given;
      draw();
    },
    fill(view, isFull) {
      full = isFull ? view : null;
      draw();
    },
  };
}
