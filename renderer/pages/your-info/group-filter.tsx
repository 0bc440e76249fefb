import { makeStyles, Select, tokens } from '@fluentui/react-components';
import type { Account } from '../../../shared/domain/account.ts';
import type { GroupId } from '../../../shared/domain/group-id.ts';
import { OpenAll } from '../../groups/open-all.tsx';
import { words as groupWords } from '../../groups/words.ts';
import { useSnapshot } from '../../stores/snapshot.ts';
import { AssignMenu } from './assign-menu.tsx';
import { words } from './words.ts';

/** Which accounts are shown: all, those of a group, or those of none. */
export type GroupChoice = 'all' | 'none' | GroupId;

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  select: { flex: '0 1 240px', minWidth: 0 },
});

interface Props {
  choice: GroupChoice;
  onChoose(choice: GroupChoice): void;
  /** The accounts that are shown. */
  found: readonly Account[];
}

/** Narrows the list down to a group, opens all of it, and puts all that are shown into another. */
export function GroupFilter({ choice, onChoose, found }: Props) {
  const styles = useStyles();
  const { groups, accounts } = useSnapshot((snapshot) => snapshot.accounts);
  const chosen = groups.find(({ id }) => id === choice);
  const choose = (value: string) =>
    onChoose(value === 'none' ? value : (groups.find(({ id }) => id === value)?.id ?? 'all'));
  return (
    <div className={styles.root}>
      <Select
        className={styles.select}
        aria-label={groupWords.group}
        value={choice}
        onChange={(_, { value }) => choose(value)}
      >
        <option value="all">{words.allGroups}</option>
        {groups.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value="none">{groupWords.noGroup}</option>
      </Select>
      {chosen && <OpenAll group={chosen} count={accounts.filter(({ groupId }) => groupId === chosen.id).length} />}
      {found.length > 0 && <AssignMenu accounts={found} />}
    </div>
  );
}

/** The accounts of a choice, in the order given. */
export function chosenAccounts(accounts: readonly Account[], choice: GroupChoice): readonly Account[] {
  if (choice === 'all') return accounts;
  return accounts.filter(({ groupId }) => groupId === (choice === 'none' ? null : choice));
}
