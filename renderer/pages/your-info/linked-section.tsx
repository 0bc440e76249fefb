import {
  Button,
  makeStyles,
  SearchBox,
  Subtitle2,
  Text,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { Account } from '../../../shared/domain/account.ts';
import { filterAccounts, SEARCH_FROM } from '../../components/account-filter.ts';
import { announce } from '../../components/announce.tsx';
import { useSnapshot } from '../../stores/snapshot.ts';
import { useView } from '../../stores/view.ts';
import { AccountList } from './account-list.tsx';
import { useRescuedFocus } from './use-rescued-focus.ts';
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
  find: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  search: { flex: '1 1 240px', maxWidth: '420px', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  empty: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalXL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
  },
});

/** The section where accounts are added, found, put in order and removed. */
export function LinkedSection({ onRemove }: { onRemove(account: Account): void }) {
  const styles = useStyles();
  const { accounts } = useSnapshot((snapshot) => snapshot.accounts);
  const linked = useMemo(() => accounts.filter((account) => !account.isPrimary), [accounts]);
  const [typed, setTyped] = useState('');
  // A search field that went away with the eighth account filters nothing.
  const searchable = linked.length >= SEARCH_FROM;
  const text = searchable ? typed.trim() : '';
  const found = useMemo(() => filterAccounts(linked, text), [linked, text]);
  const add = useRef<HTMLButtonElement>(null);
  useRescuedFocus(linked.length, () => add.current);
  useEffect(() => {
    if (text !== '') announce(words.found(found.length, linked.length));
  }, [text, found.length, linked.length]);

  return (
    <section aria-labelledby="manage" className={styles.root}>
      <div className={styles.head}>
        <Subtitle2 as="h2" id="manage" className={styles.heading}>
          {words.manage}
        </Subtitle2>
        <AddButton ref={add} />
      </div>
      {searchable && (
        <div className={styles.find}>
          <SearchBox
            className={styles.search}
            aria-label={words.search}
            placeholder={words.search}
            value={typed}
            onChange={(_, data) => setTyped(data.value)}
          />
          <Text size={200} className={styles.quiet}>
            {text === '' ? words.count(linked.length) : words.found(found.length, linked.length)}
          </Text>
        </div>
      )}
      {linked.length === 0 && (
        <div className={styles.empty}>
          <Text weight="semibold">{words.emptyTitle}</Text>
          <Text className={styles.quiet}>{words.empty}</Text>
        </div>
      )}
      {found.length === 0 && text !== '' && <Text className={styles.quiet}>{words.nothingFound(text)}</Text>}
      {found.length > 0 && <AccountList accounts={found} filtered={text !== ''} onRemove={onRemove} />}
    </section>
  );
}

/** Has the focus again after the dialog it opens, however that was opened. */
function AddButton({ ref }: { ref: RefObject<HTMLButtonElement | null> }) {
  const adding = useView(({ dialog }) => dialog?.kind === 'add');
  useRescuedFocus(adding, () => ref.current);
  return (
    <Button
      {...useRestoreFocusTarget()}
      ref={ref}
      appearance="primary"
      icon={<Add20Regular />}
      onClick={() => useView.getState().openDialog({ kind: 'add' })}
    >
      {words.add}
    </Button>
  );
}
