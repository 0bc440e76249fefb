import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, useEffect, useRef, useState } from 'react';
import type { Account, AccountId } from '../../../shared/domain/account.ts';
import { ErrorMessage } from '../../components/error-message.tsx';
import { MoveHandle } from '../../components/reorder/move-handle.tsx';
import type { Move } from '../../components/reorder/order.ts';
import { useDraggableRow } from '../../components/reorder/use-draggable-row.ts';
import { UnreadAvatar } from '../../components/unread-avatar.tsx';
import { useCommand } from '../../components/use-command.ts';
import { AccountFacts } from './account-facts.tsx';
import { NameEditor } from './name-editor.tsx';
import { RowActions } from './row-actions.tsx';

const narrow = '@media (max-width: 639px)';

const useStyles = makeStyles({
  row: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: 'auto auto minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM} 4px`,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    [narrow]: { gridTemplateColumns: 'auto auto minmax(0, 1fr)', paddingRight: tokens.spacingHorizontalS },
  },
  unmovable: { gridColumnStart: 2, marginLeft: tokens.spacingHorizontalS },
  dragging: { opacity: 0.5 },
  actions: { justifySelf: 'end', [narrow]: { gridColumn: '1 / -1' } },
  line: {
    position: 'absolute',
    insetInline: 0,
    height: 0,
    borderTop: `2px solid ${tokens.colorBrandStroke1}`,
    pointerEvents: 'none',
  },
  top: { top: '-6px' },
  bottom: { bottom: '-6px' },
});

interface Props {
  account: Account;
  /** There is an order to change. */
  movable: boolean;
  onMove(id: AccountId, move: Move): void;
  onRemove(account: Account): void;
}

/** One linked account. Memoized: scrolling draws the list again and again, with the same accounts. */
export const AccountRow = memo(function AccountRow({ account, movable, onMove, onRemove }: Props) {
  const styles = useStyles();
  const { error, run } = useCommand();
  const row = useRef<HTMLDivElement>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const more = useRef<HTMLButtonElement>(null);
  const [editing, setEditing] = useState<boolean | null>(null);
  const { edge, dragging } = useDraggableRow(row, handle, account.id, movable);
  useEffect(() => {
    // Null before the first edit: only what ends an edit moves the focus.
    if (editing === false) more.current?.focus();
  }, [editing]);

  return (
    <div ref={row} className={mergeClasses(styles.row, dragging && styles.dragging)}>
      {movable && (
        <MoveHandle ref={handle} name={account.identifier.display} onMove={(move) => onMove(account.id, move)} />
      )}
      <span className={movable ? undefined : styles.unmovable}>
        <UnreadAvatar account={account} size={40} />
      </span>
      <div>
        {editing ? (
          <NameEditor account={account} onDone={() => setEditing(false)} />
        ) : (
          <AccountFacts account={account} />
        )}
        {error && <ErrorMessage error={error} />}
      </div>
      <div className={styles.actions}>
        <RowActions account={account} more={more} run={run} onEditName={() => setEditing(true)} onRemove={onRemove} />
      </div>
      {edge && <span className={mergeClasses(styles.line, styles[edge])} />}
    </div>
  );
});
