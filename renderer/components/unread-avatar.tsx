import { CounterBadge, makeStyles, tokens } from '@fluentui/react-components';
import type { Account } from '../../shared/domain/account.ts';
import { useUnreadOf } from '../stores/unread.ts';
import { AccountAvatar } from './account-avatar.tsx';

const useStyles = makeStyles({
  root: { position: 'relative', display: 'inline-flex', flexShrink: 0 },
  // Over the corner, with a rim that keeps the two colours apart.
  badge: {
    position: 'absolute',
    top: '-4px',
    insetInlineEnd: '-6px',
    boxShadow: `0 0 0 2px ${tokens.colorNeutralBackground1}`,
  },
});

interface Props {
  account: Account;
  /** The diameter in pixels. */
  size?: number;
}

/**
 * The account's picture, and in its corner how much is unread; in grey where that is only last known. Only to be looked
 * at: whoever shows it says the same with `unreadFact`.
 */
export function UnreadAvatar({ account, size }: Props) {
  const styles = useStyles();
  const unread = useUnreadOf(account.id);
  return (
    <span aria-hidden className={styles.root}>
      <AccountAvatar account={account} {...(size !== undefined && { size })} />
      {unread && (
        <CounterBadge
          className={styles.badge}
          size="small"
          color={unread.isLastKnown ? 'informative' : 'danger'}
          count={unread.count}
          overflowCount={99}
        />
      )}
    </span>
  );
}
