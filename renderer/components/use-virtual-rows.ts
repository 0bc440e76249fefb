import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useState } from 'react';

/** How high a row is before it is drawn, and how far apart rows are, in pixels. */
interface Sizes {
  estimated: number;
  gap: number;
}

/**
 * Which rows of the list to draw, and where. The page scrolls, not the list, so where the list starts counts.
 * The row that holds the focus stays, however far it is scrolled away.
 */
export function useVirtualRows<T extends { id: string | number }>(
  list: RefObject<HTMLElement | null>,
  items: readonly T[],
  held: T['id'] | null,
  { estimated, gap }: Sizes,
) {
  const { scroller, top } = usePosition(list);
  const heldIndex = items.findIndex(({ id }) => id === held);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller,
    getItemKey: (index) => items[index]?.id ?? index,
    estimateSize: () => estimated,
    gap,
    overscan: 6,
    scrollMargin: top,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      if (heldIndex < 0 || shown.includes(heldIndex)) return shown;
      return heldIndex < range.startIndex ? [heldIndex, ...shown] : [...shown, heldIndex];
    },
  });
  const rows = virtualizer.getVirtualItems().flatMap(({ index, start }) => {
    const item = items[index];
    return item ? [{ index, item, start: start - top }] : [];
  });
  return { rows, height: virtualizer.getTotalSize(), measure: virtualizer.measureElement };
}

/** The part of the window that scrolls, and how far below its start the list begins, in pixels. */
function usePosition(list: RefObject<HTMLElement | null>) {
  const [position, setPosition] = useState<{ scroller: HTMLElement | null; top: number }>({ scroller: null, top: 0 });
  useLayoutEffect(() => {
    const element = list.current;
    const scroller = element?.closest('main') ?? null;
    if (element === null || scroller === null) return undefined;
    const look = () => {
      const top = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
      setPosition((known) => (known.scroller === scroller && known.top === top ? known : { scroller, top }));
    };
    look();
    // Whatever grows or shrinks above the list changes the size of the page.
    const observer = new ResizeObserver(look);
    for (const child of scroller.children) observer.observe(child);
    return () => observer.disconnect();
  }, [list]);
  return position;
}
