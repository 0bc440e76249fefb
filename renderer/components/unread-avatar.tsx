import { CounterBadge, makeStyles, tokens } from '@fluentui/react-components';
import type { Account } from '../../shared/domain/account.ts';
import { useUnreadOf } from '../stores/unread.ts';
import { AccountAvatar } from './account-avatar.tsx';

const useStyles = makeStyles({
  root: { position: 'relative', display: 'inline-flex', flexShrink: 0 },
  // The rim keeps the two colours apart.
  badge: {
    position: 'absolute',
    transform: 'translate(-50%, -50%)',
    boxShadow: `0 0 0 2px ${tokens.colorNeutralBackground1}`,
  },
});

/** How far a circle's point half way between its top and its side is from both edges. */
function onCircle(size: number): number {
  return Math.round((size / 2) * (1 - Math.SQRT1_2));
}

interface Props {
  account: Account;
  /** The diameter in pixels. */
  size?: number;
}

/**
 * The account's picture, and in its corner how much is unread; in grey where that is only last known. Only to be looked
 * at: whoever shows it says the same with `unreadFact`.
 */
export function UnreadAvatar({ account, size = 32 }: Props) {
  const styles = useStyles();
  const unread = useUnreadOf(account.id);
  return (
    <span aria-hidden className={styles.root}>
      <AccountAvatar account={account} size={size} />
      {unread && (
        <CounterBadge
          className={styles.badge}
          style={{ top: onCircle(size), left: size - onCircle(size) }}
          size="small"
          color={unread.isLastKnown ? 'informative' : 'danger'}
          count={unread.count}
          overflowCount={99}
        />
      )}
    </span>
  );
}
