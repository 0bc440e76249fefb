import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef } from 'react';
import type { ActivityEntry } from '../../../shared/domain/activity.ts';
import { useVirtualRows } from '../../components/use-virtual-rows.ts';
import { useSnapshot } from '../../stores/snapshot.ts';
import { dayWords } from '../../words/en.ts';
import { ActivityRow } from './activity-row.tsx';
import { words } from './words.ts';

const SIZES = { estimated: 52, gap: 0 };
/** How many rows before the last one the next page is asked for. */
const EARLY = 20;

const useStyles = makeStyles({
  list: { position: 'relative', margin: 0, padding: 0, listStyleType: 'none' },
  item: { position: 'absolute', insetInline: 0, top: 0 },
  day: { display: 'block', margin: 0, padding: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalS}` },
});

interface Props {
  entries: readonly ActivityEntry[];
  hasMore: boolean;
  /** The end is near. */
  onMore(): void;
}

/** What happened, by day. Only the rows near the window exist, and older ones are read when they come near. */
export function ActivityList({ entries, hasMore, onMore }: Props) {
  const styles = useStyles();
  const list = useRef<HTMLUListElement>(null);
  const { rows, height, measure } = useVirtualRows(list, entries, null, SIZES);
  const accounts = useSnapshot((snapshot) => snapshot.accounts.accounts);
  const byId = useMemo(() => new Map(accounts.map((account) => [account.id, account])), [accounts]);
  const last = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= entries.length - EARLY) onMore();
  });
  return (
    <ul ref={list} aria-label={words.list} className={styles.list} style={{ height }}>
      {rows.map(({ index, start, item: entry }) => (
        <li
          key={entry.id}
          ref={measure}
          data-index={index}
          aria-setsize={hasMore ? -1 : entries.length}
          aria-posinset={index + 1}
          className={styles.item}
          style={{ transform: `translateY(${start}px)` }}
        >
          {startsDay(entry, entries[index - 1]) && (
            <Subtitle2 as="h2" className={styles.day}>
              {dayWords(entry.at)}
            </Subtitle2>
          )}
          <ActivityRow entry={entry} account={entry.accountId === null ? undefined : byId.get(entry.accountId)} />
        </li>
      ))}
    </ul>
  );
}

function startsDay(entry: ActivityEntry, newer: ActivityEntry | undefined): boolean {
  return newer === undefined || dayWords(newer.at) !== dayWords(entry.at);
}
