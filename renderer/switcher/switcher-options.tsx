import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Account } from '../../shared/domain/account.ts';
import { UnreadAvatar } from '../components/unread-avatar.tsx';
import { AccountGroup } from '../groups/group-chip.tsx';
import { useUnread } from '../stores/unread.ts';
import { shownName } from '../words/account.ts';
import { unreadFact } from '../words/unread.ts';

export const LIST_ID = 'switcher-options';
export const optionId = (index: number) => `switcher-option-${index}`;

const useStyles = makeStyles({
  list: { height: '320px', maxHeight: '50vh', overflowY: 'auto' },
  option: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    outline: `2px solid ${tokens.colorTransparentStroke}`,
    outlineOffset: '-2px',
  },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  accounts: readonly Account[];
  index: number;
  /** How many matches are not shown. */
  more: number;
  onPick(account: Account): void;
}

/** The accounts that match, one of them current. */
export function SwitcherOptions({ accounts, index, more, onPick }: Props) {
  const styles = useStyles();
  const unread = useUnread();
  const current = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Braces, because Chromium answers a promise and React takes what an effect returns for its clean-up.
    current.current?.scrollIntoView({ block: 'nearest' });
  }, [index, accounts]);
  return (
    <>
      <div role="listbox" id={LIST_ID} aria-label="Accounts" className={styles.list}>
        {accounts.map((account, at) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the focus stays in the search box, which has the keys
          <div
            key={account.id}
            id={optionId(at)}
            ref={at === index ? current : null}
            role="option"
            aria-selected={at === index}
            className={mergeClasses(styles.option, at === index && styles.current)}
            onClick={() => onPick(account)}
          >
            <UnreadAvatar account={account} />
            <span className={styles.words}>
              <span className={styles.line}>{account.identifier.display}</span>
              <span className={mergeClasses(styles.line, styles.quiet)}>
                {[shownName(account), unreadFact(unread[account.id])].filter(Boolean).join(' · ')}
              </span>
            </span>
            <AccountGroup account={account} />
            {account.isActive && <span className={styles.quiet}>Active</span>}
          </div>
        ))}
      </div>
      <Text role="status" className={styles.quiet}>
        {summary(accounts.length, more)}
      </Text>
    </>
  );
}

function summary(shown: number, more: number): string {
  if (shown === 0) return 'No account matches. Try fewer letters.';
  if (more > 0) return `${shown} shown, ${more.toLocaleString()} more. Type to narrow them down.`;
  return shown === 1 ? '1 account' : `${shown} accounts`;
}
