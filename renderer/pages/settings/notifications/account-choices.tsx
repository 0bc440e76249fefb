import { makeStyles, SearchBox, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { filterAccounts, SEARCH_FROM } from '../../../components/account-filter.ts';
import { ErrorMessage } from '../../../components/error-message.tsx';
import { readNotificationSettings, useNotificationSettings } from '../../../stores/notification-settings.ts';
import { useSnapshot } from '../../../stores/snapshot.ts';
import { useCardStyles } from '../use-card-styles.ts';
import { AccountChoice } from './account-choice.tsx';
import { words } from './words.ts';

/** How many accounts are drawn; with more, typing a letter is quicker than reading on. */
const SHOWN = 50;

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

/** The accounts, each with when it may show notifications. */
export function AccountChoices() {
  const [card, styles] = [useCardStyles(), useStyles()];
  const { chosen, problem } = useNotificationSettings();
  const accounts = useSnapshot((snapshot) => snapshot.accounts.accounts);
  const [text, setText] = useState('');
  useEffect(() => void readNotificationSettings(), []);
  if (accounts.length === 0) return null;

  const isLong = accounts.length >= SEARCH_FROM;
  const found = filterAccounts(accounts, isLong ? text : '');
  return (
    <section className={card.card} aria-labelledby="notifications-accounts">
      <h2 id="notifications-accounts" className={card.heading}>
        {words.accounts}
      </h2>
      <Text className={card.quiet}>{words.accountsLead}</Text>
      {isLong && (
        <SearchBox
          aria-label={words.search}
          placeholder={words.search}
          value={text}
          onChange={(_, { value }) => setText(value)}
        />
      )}
      {problem && <ErrorMessage error={problem} />}
      {chosen && (
        <ul className={styles.list} aria-labelledby="notifications-accounts">
          {found.slice(0, SHOWN).map((account) => (
            <AccountChoice
              key={account.id}
              account={account}
              settings={chosen[account.id] ?? { accountId: account.id, isOn: true, quiet: 'general' }}
            />
          ))}
        </ul>
      )}
      {isLong && (
        <Text role="status" className={card.quiet}>
          {found.length === 0 && words.noMatch}
          {found.length > SHOWN && words.more(found.length - SHOWN)}
        </Text>
      )}
    </section>
  );
}
