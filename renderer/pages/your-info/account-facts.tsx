import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Account } from '../../../shared/domain/account.ts';
import { PracticeBadge } from '../../components/practice-badge.tsx';
import { kindFact, lastUsedWords, proofWords } from '../../words/account.ts';
import { Facts } from './facts.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  identifier: { overflowWrap: 'anywhere', minWidth: 0 },
});

/** What is known of a linked account, in three short lines at most. */
export function AccountFacts({ account }: { account: Account }) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <div className={styles.line}>
        <Text weight="semibold" className={styles.identifier}>
          {account.identifier.display}
        </Text>
        {account.proof.strength === 'practice' && <PracticeBadge />}
      </div>
      {account.name !== '' && <Text className={styles.identifier}>{account.name}</Text>}
      <Facts facts={[kindFact(account.kind), proofWords(account.proof), lastUsedWords(account)]} />
    </div>
  );
}
