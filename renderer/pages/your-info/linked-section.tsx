import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { useMemo, useRef, useState } from 'react';
import type { Account } from '../../../shared/domain/account.ts';
import { filterAccounts, SEARCH_FROM } from '../../components/account-filter.ts';
import { useSnapshot } from '../../stores/snapshot.ts';
import { AccountList } from './account-list.tsx';
import { AddButton } from './add-button.tsx';
import { chosenAccounts, type GroupChoice, GroupFilter } from './group-filter.tsx';
import { ListMenu } from './list-menu.tsx';
import { SearchField } from './search-field.tsx';
import { useRescuedFocus } from '../../components/use-rescued-focus.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  heading: { margin: 0 },
  actions: { display: 'flex', gap: tokens.spacingHorizontalS },
  empty: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalXL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** The section where accounts are added, found, put in order and removed. */
export function LinkedSection({ onRemove }: { onRemove(account: Account): void }) {
  const styles = useStyles();
  const { accounts, groups } = useSnapshot((snapshot) => snapshot.accounts);
  const linked = useMemo(() => accounts.filter((account) => !account.isPrimary), [accounts]);
  const [typed, setTyped] = useState('');
  // A search field that went away with the eighth account filters nothing.
  const searchable = linked.length >= SEARCH_FROM;
  const text = searchable ? typed.trim() : '';
  const [choice, setChoice] = useState<GroupChoice>('all');
  // A group that was deleted, or the last of them, filters nothing.
  const isThere = groups.length > 0 && (choice === 'none' || groups.some(({ id }) => id === choice));
  const group = isThere ? choice : 'all';
  const members = useMemo(() => chosenAccounts(linked, group), [linked, group]);
  const found = useMemo(() => filterAccounts(members, text, groups), [members, text, groups]);
  const add = useRef<HTMLButtonElement>(null);
  useRescuedFocus(linked.length, () => add.current);

  return (
    <section aria-labelledby="manage" className={styles.root}>
      <div className={styles.head}>
        <Subtitle2 as="h2" id="manage" className={styles.heading}>
          {words.manage}
        </Subtitle2>
        <div className={styles.actions}>
          <AddButton ref={add} />
          <ListMenu />
        </div>
      </div>
      {searchable && <SearchField typed={typed} onType={setTyped} found={found.length} all={members.length} />}
      {groups.length > 0 && linked.length > 0 && <GroupFilter choice={group} onChoose={setChoice} found={found} />}
      {linked.length === 0 && <NothingLinked />}
      {found.length === 0 && members.length > 0 && <Text className={styles.quiet}>{words.nothingFound(text)}</Text>}
      {members.length === 0 && linked.length > 0 && <Text className={styles.quiet}>{words.nobodyInGroup}</Text>}
      {found.length > 0 && (
        <AccountList accounts={found} filtered={text !== '' || group !== 'all'} onRemove={onRemove} />
      )}
    </section>
  );
}

/** What linking gives, for whoever has not tried it. */
function NothingLinked() {
  const styles = useStyles();
  return (
    <div className={styles.empty}>
      <Text weight="semibold">{words.emptyTitle}</Text>
      <Text className={styles.quiet}>{words.empty}</Text>
    </div>
  );
}
