import { makeStyles } from '@fluentui/react-components';
import { type FocusEvent, useCallback, useMemo, useRef, useState } from 'react';
import type { Account, AccountId } from '../../../shared/domain/account.ts';
import { ErrorMessage } from '../../components/error-message.tsx';
import { useReorder } from '../../components/reorder/use-reorder.ts';
import { useVirtualRows } from '../../components/use-virtual-rows.ts';
import { api } from '../../ipc/client.ts';
import { useUnread } from '../../stores/unread.ts';
import { shownName } from '../../words/account.ts';
import { unreadFact } from '../../words/unread.ts';
import { AccountRow } from './account-row.tsx';
import { useNeighbourFocus } from './use-neighbour-focus.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  list: { position: 'relative', margin: 0, padding: 0, listStyleType: 'none' },
  item: { position: 'absolute', insetInline: 0, top: 0 },
});

const SIZES = { estimated: 92, gap: 8 };

interface Props {
  accounts: readonly Account[];
  /** Only some of the linked accounts are shown: there is no order to change. */
  filtered: boolean;
  onRemove(account: Account): void;
}

/** The linked accounts. Only the rows near the window exist, so that a thousand cost no more than twenty. */
export function AccountList({ accounts, filtered, onRemove }: Props) {
  const styles = useStyles();
  const list = useRef<HTMLUListElement>(null);
  const [held, setHeld] = useState<AccountId | null>(null);
  const { rows, height, measure } = useVirtualRows(list, accounts, held, SIZES);
  const unread = useUnread();
  const { error, move } = useAccountOrder(accounts);
  useNeighbourFocus(list, accounts, held);

  function hold({ target }: FocusEvent) {
    const item = target.closest<HTMLElement>('[data-account]');
    const account = accounts.find(({ id }) => id === item?.dataset['account']);
    if (account) setHeld(account.id);
  }

  return (
    <>
      {error && <ErrorMessage error={error} />}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears which row has the focus, to keep it drawn */}
      <ul ref={list} aria-label={words.linked} className={styles.list} style={{ height }} onFocus={hold}>
        {rows.map(({ index, start, item: account }) => (
          <li
            key={account.id}
            ref={measure}
            data-index={index}
            data-account={account.id}
            aria-label={nameOf(account, unreadFact(unread[account.id]))}
            aria-setsize={accounts.length}
            aria-posinset={index + 1}
            className={styles.item}
            style={{ transform: `translateY(${start}px)` }}
          >
            <AccountRow
              account={account}
              movable={!filtered && accounts.length > 1}
              onMove={move}
              onRemove={onRemove}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Puts the linked accounts in the person's order. */
function useAccountOrder(accounts: readonly Account[]) {
  const ids = useMemo(() => accounts.map(({ id }) => id), [accounts]);
  const nameOf = useCallback(
    (id: AccountId) => accounts.find((account) => account.id === id)?.identifier.display ?? '',
    [accounts],
  );
  return useReorder({ ids, send: moveAccount, nameOf });
}

function moveAccount(accountId: AccountId, before: AccountId | null) {
  return api.accounts.move({ accountId, before });
}

/** What a screen reader calls the row: the identifier first. */
function nameOf(account: Account, unread: string): string {
  return [account.identifier.display, shownName(account), unread].filter(Boolean).join(', ');
}
