import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { attachClosestEdge, extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
import { type RefObject, useEffect, useState } from 'react';

const DRAGGED = Symbol('row');

/** The id of the row that a drag or a drop target is about; undefined for text and files dragged in from elsewhere. */
export function draggedId(data: Record<string | symbol, unknown>): unknown {
  return data[DRAGGED];
}

/** Lets a row be dragged by its handle, and be dropped on. Answers at which edge a drop would put the dragged row. */
export function useDraggableRow(
  row: RefObject<HTMLElement | null>,
  handle: RefObject<HTMLElement | null>,
  id: string,
  enabled: boolean,
) {
  const [edge, setEdge] = useState<'top' | 'bottom' | null>(null);
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    if (!enabled || row.current === null || handle.current === null) return undefined;
    const data = { [DRAGGED]: id };
    const clear = () => setEdge(null);
    const show = (hovered: Record<string | symbol, unknown>) => {
      const closest = extractClosestEdge(hovered);
      setEdge(closest === 'top' || closest === 'bottom' ? closest : null);
    };
    return combine(
      draggable({
        element: row.current,
        dragHandle: handle.current,
        getInitialData: () => data,
        onDragStart: () => setDragging(true),
        onDrop: () => setDragging(false),
      }),
      dropTargetForElements({
        element: row.current,
        canDrop: ({ source }) => draggedId(source.data) !== undefined && draggedId(source.data) !== id,
        // The gap between two rows belongs to the row that was left last.
        getIsSticky: () => true,
        getData: ({ input, element }) => attachClosestEdge(data, { input, element, allowedEdges: ['top', 'bottom'] }),
        onDragEnter: ({ self }) => show(self.data),
        onDrag: ({ self }) => show(self.data),
        onDragLeave: clear,
        onDrop: clear,
      }),
    );
  }, [row, handle, id, enabled]);
  return { edge, dragging };
}
