import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { AccountId } from '../../../shared/domain/account.ts';
import { useSnapshot } from '../../stores/snapshot.ts';
import { kinds, words } from './words.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
  // A select is as wide as its longest option, unless its column is told otherwise.
  field: { flex: '1 1 220px', maxWidth: '340px', minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' },
});

/** What is to be shown; null for everything. */
export interface Chosen {
  accountId: AccountId | null;
  kind: string | null;
}

interface Props {
  chosen: Chosen;
  onChoose(chosen: Chosen): void;
}

/** Narrows the activity down to an account and to a kind. */
export function ActivityFilters({ chosen, onChoose }: Props) {
  const styles = useStyles();
  const accounts = useSnapshot((snapshot) => snapshot.accounts.accounts);
  const pickAccount = (id: string) =>
    onChoose({ ...chosen, accountId: accounts.find((one) => one.id === id)?.id ?? null });
  return (
    <div className={styles.root}>
      <Field label={words.account} className={styles.field}>
        <Select value={chosen.accountId ?? ''} onChange={(_, { value }) => pickAccount(value)}>
          <option value="">{words.allAccounts}</option>
          {accounts.map(({ id, identifier }) => (
            <option key={id} value={id}>
              {identifier.display}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.kind} className={styles.field}>
        <Select value={chosen.kind ?? ''} onChange={(_, { value }) => onChoose({ ...chosen, kind: value || null })}>
          <option value="">{words.allKinds}</option>
          {kinds.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
