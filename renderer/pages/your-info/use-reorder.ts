import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
import { useCallback, useEffect, useRef } from 'react';
import type { Account, AccountId } from '../../../shared/domain/account.ts';
import { announce } from '../../components/announce.tsx';
import { useCommand } from '../../components/use-command.ts';
import { api } from '../../ipc/client.ts';
import { draggedId } from './use-draggable-row.ts';
import { beforeAfterDrop, beforeAfterMove, type Move, placeAfter } from './order.ts';
import { words } from './words.ts';

/** Puts the linked accounts in the person's order: `move` for keyboard and menu, drops by itself. */
export function useReorder(accounts: readonly Account[]) {
  const { error, run } = useCommand();
  const moved = useRef<AccountId | null>(null);

  const put = useCallback(
    async (id: AccountId, before: AccountId | null | undefined) => {
      const account = accounts.find((other) => other.id === id);
      if (account === undefined || before === undefined) return;
      moved.current = id;
      if ((await run(api.accounts.move({ accountId: id, before }))) === null) return;
      const place = placeAfter(idsOf(accounts), id, before);
      announce(words.moved(account.identifier.display, place, accounts.length));
    },
    [accounts, run],
  );

  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => draggedId(source.data) !== undefined,
        onDrop: ({ source, location }) => {
          const dropped = location.current.dropTargets[0];
          if (dropped === undefined) return;
          const edge = extractClosestEdge(dropped.data);
          const account = accounts.find(({ id }) => id === draggedId(source.data));
          const target = accounts.find(({ id }) => id === draggedId(dropped.data));
          if (!account || !target || (edge !== 'top' && edge !== 'bottom')) return;
          void put(account.id, beforeAfterDrop(idsOf(accounts), account.id, target.id, edge));
        },
      }),
    [accounts, put],
  );

  useEffect(() => {
    if (moved.current === null) return;
    moved.current = null;
    // A row that was moved from its handle still has the focus, and takes the view along.
    document.activeElement?.scrollIntoView({ block: 'nearest' });
  }, [accounts]);

  const move = useCallback(
    (id: AccountId, where: Move) => void put(id, beforeAfterMove(idsOf(accounts), id, where)),
    [accounts, put],
  );
  return { error, move };
}

function idsOf(accounts: readonly Account[]): AccountId[] {
  return accounts.map(({ id }) => id);
}
