import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Account } from '../../../shared/domain/account.ts';
import { useBrowsers } from '../../browsers/use-browsers.ts';
import { words as browserWords } from '../../browsers/words.ts';
import { ProofBadge } from '../../components/proof-badge.tsx';
import { AccountGroup } from '../../groups/group-chip.tsx';
import { kindFact, lastUsedWords, provenWords, shownName } from '../../words/account.ts';
import { placeNames } from '../../../shared/words/browsers.ts';
import { Facts } from './facts.tsx';
import { ProveLink } from './prove-link.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  identifier: { overflowWrap: 'anywhere', minWidth: 0 },
});

/** What is known of a linked account, in three short lines at most. */
export function AccountFacts({ account }: { account: Account }) {
  const styles = useStyles();
  const name = shownName(account);
  const { place } = useBrowsers(account.id);
  const opensIn = place === 'switchboard' ? [] : [browserWords.opensIn(placeNames[place])];
  return (
    <div className={styles.root}>
      <div className={styles.line}>
        <Text weight="semibold" className={styles.identifier}>
          {account.identifier.display}
        </Text>
        <ProofBadge account={account} />
        <ProveLink account={account} />
        <AccountGroup account={account} />
      </div>
      {name !== '' && <Text className={styles.identifier}>{name}</Text>}
      <Facts facts={[kindFact(account.kind), provenWords(account.proof), lastUsedWords(account), ...opensIn]} />
    </div>
  );
}
