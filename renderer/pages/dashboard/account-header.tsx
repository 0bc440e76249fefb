import { Link, makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import type { Account } from '../../../shared/domain/account.ts';
import { AccountAvatar } from '../../components/account-avatar.tsx';
import { ProofBadge } from '../../components/proof-badge.tsx';
import { useView } from '../../stores/view.ts';
import { kindWords, shownName } from '../../words/account.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalL },
  text: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Whose dashboard this is. */
export function AccountHeader({ account }: { account: Account }) {
  const styles = useStyles();
  const { identifier, kind } = account;
  const name = shownName(account);
  return (
    <div className={styles.root}>
      <AccountAvatar account={account} size={56} />
      <div className={styles.text}>
        {name !== '' && <Subtitle1>{name}</Subtitle1>}
        <div className={styles.line}>
          {name === '' ? <Subtitle1>{identifier.display}</Subtitle1> : <Text>{identifier.display}</Text>}
          <ProofBadge account={account} />
        </div>
        {kind === 'unknown' ? (
          <Text className={styles.quiet}>
            {words.unknown}{' '}
            <Link inline onClick={() => useView.getState().go('your-info')}>
              {words.setKind}
            </Link>
          </Text>
        ) : (
          <Text className={styles.quiet}>{kindWords[kind]}</Text>
        )}
      </div>
    </div>
  );
}
