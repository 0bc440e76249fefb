import { useCallback, useEffect, useRef, useState } from 'react';
import type { ActivityEntry, ActivityFilter } from '../../../shared/domain/activity.ts';
import type { AppError } from '../../../shared/errors.ts';
import { api } from '../../ipc/client.ts';
import { useSnapshot } from '../../stores/snapshot.ts';

const PAGE = 100;

interface Activity {
  /** What these entries were let through by. */
  filter: ActivityFilter;
  /** Newest first, as far as they were read; null before the first answer. */
  entries: readonly ActivityEntry[] | null;
  hasMore: boolean;
  error: AppError | null;
}

/** Reads what happened page by page, and goes on with what happens meanwhile. Keep `filter` the same object while it says the same. */
export function useActivity(filter: ActivityFilter): Activity & { readMore(): void } {
  const newest = useSnapshot((snapshot) => snapshot.activity);
  const [kept, setKept] = useState(() => nothing(filter));
  const activity = kept.filter === filter ? kept : nothing(filter);
  const reading = useRef(false);

  useEffect(() => {
    let over = false;
    const readNew = async () => {
      const answer = await api.activity.list({ ...filter, before: null, limit: PAGE });
      if (over) return;
      setKept((before) => {
        const known = before.filter === filter ? before : nothing(filter);
        return answer.ok ? joined(known, answer.value) : { ...known, error: answer.error };
      });
    };
    void readNew();
    return () => void (over = true);
  }, [filter, newest]);

  const last = activity.entries?.at(-1)?.id;
  const readMore = useCallback(async () => {
    if (reading.current || last === undefined) return;
    reading.current = true;
    const answer = await api.activity.list({ ...filter, before: last, limit: PAGE });
    reading.current = false;
    setKept((known) => {
      // Another filter, or a list that was cleared, ends elsewhere.
      if (known.filter !== filter || known.entries?.at(-1)?.id !== last) return known;
      if (!answer.ok) return { ...known, hasMore: false, error: answer.error };
      const entries = [...known.entries, ...answer.value.entries];
      return { filter, entries, hasMore: answer.value.hasMore, error: null };
    });
  }, [filter, last]);
  return { ...activity, readMore: () => void readMore() };
}

function nothing(filter: ActivityFilter): Activity {
  return { filter, entries: null, hasMore: false, error: null };
}

/** The newest page before what is known; alone where they do not meet, because entries lie between them or were cleared. */
function joined(known: Activity, page: { entries: ActivityEntry[]; hasMore: boolean }): Activity {
  const first = known.entries?.[0];
  const place = page.entries.findIndex(({ id }) => id === first?.id);
  if (known.entries === null || place < 0) return { ...known, ...page, error: null };
  return { ...known, entries: [...page.entries.slice(0, place), ...known.entries], error: null };
}
