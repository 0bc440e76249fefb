import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
import { useCallback, useEffect, useRef } from 'react';
import type { Done, Result } from '../../../shared/errors.ts';
import { announce } from '../announce.tsx';
import { useCommand } from '../use-command.ts';
import { beforeAfterDrop, beforeAfterMove, type Move, placeAfter } from './order.ts';
import { draggedId } from './use-draggable-row.ts';
import { words } from './words.ts';

/** A list in an order of the person's own. What is given is kept between renders where nothing changed. */
interface Ordered<Id extends string> {
  ids: readonly Id[];
  /** Sends the command that lets a row stand before another one, or at the end with null. */
  send(id: Id, before: Id | null): Promise<Result<Done>>;
  /** What a row is called where its new place is read out. */
  nameOf(id: Id): string;
}

/** Puts the rows of a list in the person's order: `move` for keyboard and menu, drops by itself. */
export function useReorder<Id extends string>({ ids, send, nameOf }: Ordered<Id>) {
  const { error, run } = useCommand();
  const moved = useRef<Id | null>(null);

  const put = useCallback(
    async (id: Id, before: Id | null | undefined) => {
      if (before === undefined) return;
      moved.current = id;
      if ((await run(send(id, before))) === null) return;
      announce(words.moved(nameOf(id), placeAfter(ids, id, before), ids.length));
    },
    [ids, send, nameOf, run],
  );

  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => draggedId(source.data) !== undefined,
        onDrop: ({ source, location }) => {
          const dropped = location.current.dropTargets[0];
          if (dropped === undefined) return;
          const edge = extractClosestEdge(dropped.data);
          const id = ids.find((other) => other === draggedId(source.data));
          const target = ids.find((other) => other === draggedId(dropped.data));
          if (id === undefined || target === undefined || (edge !== 'top' && edge !== 'bottom')) return;
          void put(id, beforeAfterDrop(ids, id, target, edge));
        },
      }),
    [ids, put],
  );

  useEffect(() => {
    if (moved.current === null) return;
    moved.current = null;
    // A row that was moved from its handle still has the focus, and takes the view along.
    document.activeElement?.scrollIntoView({ block: 'nearest' });
  }, [ids]);

  const move = useCallback((id: Id, where: Move) => void put(id, beforeAfterMove(ids, id, where)), [ids, put]);
  return { error, move };
}
