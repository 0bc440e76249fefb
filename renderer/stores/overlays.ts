import { useLayoutEffect } from 'react';
import { create } from 'zustand';

/** How many menus and dialogs of ours are open; while any is, a service must not lie above our page. */
export const useOverlays = create<{ open: number }>(() => ({ open: 0 }));

/** Counts an overlay; call what it returns once it is closed. Calling that again changes nothing. */
export function countOverlay(): () => void {
  useOverlays.setState(({ open }) => ({ open: open + 1 }));
  let isCounted = true;
  return () => {
    if (!isCounted) return;
    isCounted = false;
    useOverlays.setState(({ open }) => ({ open: open - 1 }));
  };
}

/** Counts the overlay of a component while it is open. */
export function useOverlay(isOpen: boolean): void {
  useLayoutEffect(() => (isOpen ? countOverlay() : undefined), [isOpen]);
}
