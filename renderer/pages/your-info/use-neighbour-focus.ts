import { type RefObject, useEffect, useRef } from 'react';
import type { Account, AccountId } from '../../../shared/domain/account.ts';
import { useRescuedFocus } from '../../components/use-rescued-focus.ts';

/** When the row that held the focus is gone, the row that took its place gets it: on its last button. */
export function useNeighbourFocus(
  list: RefObject<HTMLElement | null>,
  accounts: readonly Account[],
  held: AccountId | null,
): void {
  const heldIndex = useRef(-1);
  useRescuedFocus(accounts, () => {
    const neighbour = accounts[Math.min(heldIndex.current, accounts.length - 1)];
    const row = list.current?.querySelector(`[data-account="${neighbour?.id ?? ''}"]`);
    return [...(row?.querySelectorAll('button') ?? [])].at(-1) ?? null;
  });
  useEffect(() => {
    const index = accounts.findIndex(({ id }) => id === held);
    if (index >= 0) heldIndex.current = index;
  }, [accounts, held]);
}
