import { makeStyles, Radio, RadioGroup, SearchBox, Text, tokens } from '@fluentui/react-components';
import { useId, useMemo, useState } from 'react';
import type { Account, AccountId } from '../../shared/domain/account.ts';
import type { AppError } from '../../shared/errors.ts';
import { countAccounts } from '../words/account.ts';
import { filterAccounts, SEARCH_FROM } from './account-filter.ts';
import { ErrorMessage } from './error-message.tsx';

const words = {
  search: 'Search accounts',
  moreMatch: (count: number) => `${countAccounts(count)} more. Type to find one.`,
  noMatch: 'No account matches. Try a part of its email, phone number or name.',
} as const;

/** More are found by typing: a person does not read a thousand radio buttons. */
const SHOWN_MAX = 50;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  // A radio stands out below its row by 2 px, which must not bring a scroll bar.
  list: {
    maxHeight: '220px',
    overflowY: 'auto',
    paddingBottom: tokens.spacingVerticalXXS,
    // In a low window the whole dialog scrolls; a list that scrolls in it would have hardly a row.
    '@media (max-height: 600px)': { maxHeight: 'none' },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  search: { maxWidth: 'none' },
});

interface Props {
  /** What is asked. */
  label: string;
  accounts: readonly Account[];
  picked: AccountId | null;
  /** Why the last try was refused. */
  error: AppError | null;
  onPick(id: AccountId): void;
}

/** Picks one of the accounts. */
export function AccountPicker({ label, accounts, picked, error, onPick }: Props) {
  const styles = useStyles();
  const labelId = useId();
  const [typed, setTyped] = useState('');
  const found = useMemo(() => filterAccounts(accounts, typed), [accounts, typed]);
  const shown = found.slice(0, SHOWN_MAX);
  function pick(value: string) {
    const account = shown.find(({ id }) => id === value);
    if (account) onPick(account.id);
  }
  return (
    <div className={styles.root}>
      <Text weight="semibold" id={labelId}>
        {label}
      </Text>
      {accounts.length >= SEARCH_FROM && (
        <SearchBox
          className={styles.search}
          aria-label={words.search}
          placeholder={words.search}
          value={typed}
          onChange={(_, data) => setTyped(data.value)}
        />
      )}
      <RadioGroup
        className={styles.list}
        aria-labelledby={labelId}
        value={picked ?? ''}
        onChange={(_, data) => pick(data.value)}
      >
        {shown.map(({ id, identifier, name }) => (
          <Radio key={id} value={id} label={name === '' ? identifier.display : `${identifier.display} (${name})`} />
        ))}
      </RadioGroup>
      {found.length === 0 && <Text className={styles.quiet}>{words.noMatch}</Text>}
      {found.length > shown.length && (
        <Text size={200} className={styles.quiet}>
          {words.moreMatch(found.length - shown.length)}
        </Text>
      )}
      {error && <ErrorMessage error={error} />}
    </div>
  );
}
