import { makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { useRef } from 'react';
import type { Account } from '../../../shared/domain/account.ts';
import { PlaceMenu } from '../../browsers/place-menu.tsx';
import { ErrorMessage } from '../../components/error-message.tsx';
import { ProofBadge } from '../../components/proof-badge.tsx';
import { UnreadAvatar } from '../../components/unread-avatar.tsx';
import { useCommand } from '../../components/use-command.ts';
import { assign } from '../../groups/assign.ts';
import { api } from '../../ipc/client.ts';
import { useUnreadOf } from '../../stores/unread.ts';
import { lastUsedWords, provenWords } from '../../words/account.ts';
import { strengthWords } from '../../words/en.ts';
import { unreadFact } from '../../words/unread.ts';
import { Facts } from './facts.tsx';
import { GroupMenu } from './group-menu.tsx';
import { KindMenu } from './kind-menu.tsx';
import { PrimaryName } from './primary-name.tsx';
import { ProveButton } from './prove-button.tsx';
import { RemoveButton } from './remove-button.tsx';
import { useRescuedFocus } from '../../components/use-rescued-focus.ts';
import { words } from './words.ts';

const narrow = '@media (max-width: 519px)';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalXL,
    padding: tokens.spacingHorizontalXL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    [narrow]: { flexDirection: 'column', gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalL },
  },
  body: { flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  identifier: { overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  heading: { ...typographyStyles.subtitle2, margin: 0, marginBottom: tokens.spacingVerticalM, outlineStyle: 'none' },
});

interface Props {
  account: Account;
  onRemove(account: Account): void;
}

/** The primary account: who it is, how it was proven, and what can be changed of it. */
export function PrimaryCard({ account, onRemove }: Props) {
  const styles = useStyles();
  const { error, run } = useCommand();
  const unread = useUnreadOf(account.id);
  const heading = useRef<HTMLHeadingElement>(null);
  useRescuedFocus(account.id, () => heading.current);

  return (
    <section aria-label={words.primary}>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {words.primary}
      </h2>
      <div className={styles.card} key={account.id}>
        <UnreadAvatar account={account} size={72} />
        <div className={styles.body}>
          <PrimaryName account={account} />
          <div className={styles.line}>
            <Text className={styles.identifier}>{account.identifier.display}</Text>
            <ProofBadge account={account} />
          </div>
          <div>
            <Facts facts={[provenWords(account.proof), lastUsedWords(account), unreadFact(unread)].filter(Boolean)} />
            <Text block size={200} className={styles.quiet}>
              {strengthWords[account.proof.strength]}
            </Text>
          </div>
          <div className={styles.line}>
            <ProveButton account={account} />
            <KindMenu
              kind={account.kind}
              onPick={(kind) => void run(api.accounts.setKind({ accountId: account.id, kind }))}
            />
            <GroupMenu account={account} onPick={(group) => void run(assign([account.id], group))} />
            <PlaceMenu account={account} run={run} />
            <RemoveButton account={account} onRemove={onRemove} />
          </div>
          {error && <ErrorMessage error={error} />}
        </div>
      </div>
    </section>
  );
}
