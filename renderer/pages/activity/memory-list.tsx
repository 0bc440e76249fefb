import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { AccountAvatar } from '../../components/account-avatar.tsx';
import { useSnapshot } from '../../stores/snapshot.ts';
import { useMemory } from './use-memory.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { margin: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'grid',
    gridTemplateColumns: '28px minmax(0, 1fr) minmax(48px, 160px) 72px',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    '@media (max-width: 519px)': { gridTemplateColumns: '28px minmax(0, 1fr) 48px 64px' },
    paddingBlock: tokens.spacingVerticalXS,
  },
  who: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  // Not a background, which forced colours drop.
  bar: { height: 0, borderTop: `6px solid ${tokens.colorBrandStroke1}`, borderRadius: tokens.borderRadiusSmall },
  amount: { textAlign: 'end' },
});

const MEGABYTE = 1024 * 1024;

/** What the open services of each account take of memory now, most first; nothing where none is open. */
export function MemoryList() {
  const styles = useStyles();
  const memory = useMemory();
  const accounts = useSnapshot((snapshot) => snapshot.accounts.accounts);
  const used = memory.filter(({ bytes }) => bytes > 0).toSorted((one, other) => other.bytes - one.bytes);
  const most = used[0]?.bytes;
  if (most === undefined) return null;
  return (
    <section aria-labelledby="memory" className={styles.root}>
      <Subtitle2 as="h2" id="memory" className={styles.heading}>
        {words.memory}
      </Subtitle2>
      <ul aria-labelledby="memory" className={styles.list}>
        {used.map(({ accountId, bytes }) => {
          const account = accounts.find(({ id }) => id === accountId);
          return (
            account && (
              <li key={accountId} className={styles.row}>
                <AccountAvatar account={account} size={28} />
                <span className={styles.who} title={account.identifier.display}>
                  {account.identifier.display}
                </span>
                <span aria-hidden className={styles.bar} style={{ width: `${(100 * bytes) / most}%` }} />
                <Text className={styles.amount}>{Math.ceil(bytes / MEGABYTE).toLocaleString()} MB</Text>
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}
