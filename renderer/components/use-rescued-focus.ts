import { useEffect, useRef } from 'react';

/**
 * When what had the focus has gone from the window, gives it to `rescue()` instead of losing it.
 * Looks each time `watched` changes; not at the first time, when nothing can have gone yet.
 */
export function useRescuedFocus(watched: unknown, rescue: () => HTMLElement | null): void {
  const seen = useRef(watched);
  useEffect(() => {
    if (seen.current === watched) return;
    seen.current = watched;
    if (document.activeElement === document.body) rescue()?.focus();
  });
}
