import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { ActivityFilter } from '../../../shared/domain/activity.ts';
import { ErrorMessage } from '../../components/error-message.tsx';
import { Page } from '../../components/page.tsx';
import { ActivityActions } from './activity-actions.tsx';
import { ActivityFilters, type Chosen } from './activity-filters.tsx';
import { ActivityList } from './activity-list.tsx';
import { MemoryList } from './memory-list.tsx';
import { useActivity } from './use-activity.ts';
import { kinds, words } from './words.ts';

const useStyles = makeStyles({
  empty: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Activity: what happened when, by account and by kind. */
export function ActivityPage() {
  const [chosen, setChosen] = useState<Chosen>({ accountId: null, kind: null });
  const filter = useMemo(() => filterOf(chosen), [chosen]);
  const { entries, hasMore, error, readMore } = useActivity(filter);
  const isAll = chosen.accountId === null && chosen.kind === null;
  return (
    <Page title={words.title} actions={<ActivityActions filter={filter} />}>
      <MemoryList />
      <ActivityFilters chosen={chosen} onChoose={setChosen} />
      {error && <ErrorMessage error={error} />}
      {entries?.length === 0 && <Nothing isAll={isAll} />}
      {entries !== null && entries.length > 0 && <ActivityList entries={entries} hasMore={hasMore} onMore={readMore} />}
    </Page>
  );
}

function filterOf({ accountId, kind }: Chosen): ActivityFilter {
  const events = kinds.find(({ id }) => id === kind)?.events;
  return { accountId, events: events ? [...events] : null };
}

function Nothing({ isAll }: { isAll: boolean }) {
  const styles = useStyles();
  if (!isAll) return <Text className={styles.quiet}>{words.nothingFound}</Text>;
  return (
    <div className={styles.empty}>
      <Text weight="semibold">{words.emptyTitle}</Text>
      <Text className={styles.quiet}>{words.empty}</Text>
    </div>
  );
}
