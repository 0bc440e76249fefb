import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Account } from '../../../shared/domain/account.ts';
import type { ActivityEntry } from '../../../shared/domain/activity.ts';
import { AccountAvatar } from '../../components/account-avatar.tsx';
import { timeWords } from '../../words/en.ts';
import { eventIcons } from './event-icons.ts';
import { eventWords, words } from './words.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '20px 28px minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  icon: { display: 'flex', color: tokens.colorNeutralForeground2 },
  refused: { display: 'flex', color: tokens.colorPaletteRedForeground1 },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  who: { overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2 },
  time: { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
});

interface Props {
  entry: ActivityEntry;
  /** Undefined where it was about none, or one that is no longer there. */
  account: Account | undefined;
}

/** One thing that happened: what, to whom, and when. */
export function ActivityRow({ entry, account }: Props) {
  const styles = useStyles();
  const Icon = eventIcons[entry.event];
  const isRefusal = entry.event === 'refused' || entry.event === 'challenge-locked';
  return (
    <div className={styles.row}>
      <span aria-hidden className={isRefusal ? styles.refused : styles.icon}>
        <Icon />
      </span>
      <span>{account && <AccountAvatar account={account} size={28} />}</span>
      <span className={styles.words}>
        <Text weight="semibold">{eventWords(entry)}</Text>
        <Text size={200} className={styles.who}>
          {account?.identifier.display ?? (entry.hadAccount ? words.removedAccount : words.notLinked)}
        </Text>
      </span>
      <time dateTime={entry.at} className={styles.time}>
        {timeWords(entry.at)}
      </time>
    </div>
  );
}
