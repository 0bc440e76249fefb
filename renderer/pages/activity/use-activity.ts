import { useCallback, useEffect, useRef, useState } from 'react';
import type { ActivityEntry, ActivityFilter } from '../../../shared/domain/activity.ts';
import type { AppError } from '../../../shared/errors.ts';
import { api } from '../../ipc/client.ts';
import { useSnapshot } from '../../stores/snapshot.ts';

const PAGE = 100;

interface Activity {
  /** Newest first, as far as they were read; null before the first answer. */
  entries: readonly ActivityEntry[] | null;
  hasMore: boolean;
  error: AppError | null;
}

const nothing: Activity = { entries: null, hasMore: false, error: null };

/** Reads what happened page by page, and goes on with what happens meanwhile. Keep `filter` the same object while it says the same. */
export function useActivity(filter: ActivityFilter): Activity & { readMore(): void } {
  const newest = useSnapshot((snapshot) => snapshot.activity);
  const [activity, setActivity] = useState(nothing);
  const reading = useRef(false);

  useEffect(() => setActivity(nothing), [filter]);

  useEffect(() => {
    let over = false;
    const readNew = async () => {
      const answer = await api.activity.list({ ...filter, before: null, limit: PAGE });
      if (over) return;
      if (answer.ok) setActivity((known) => joined(known, answer.value));
      else setActivity((known) => ({ ...known, error: answer.error }));
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
    setActivity((known) => {
      // Another filter, or a list that was cleared, ends elsewhere.
      if (known.entries?.at(-1)?.id !== last) return known;
      if (!answer.ok) return { ...known, error: answer.error };
      return { entries: [...known.entries, ...answer.value.entries], hasMore: answer.value.hasMore, error: null };
    });
  }, [filter, last]);
  return { ...activity, readMore: () => void readMore() };
}

/** The newest page before what is known; alone where they do not meet, because entries lie between them or were cleared. */
function joined({ entries, hasMore }: Activity, page: { entries: ActivityEntry[]; hasMore: boolean }): Activity {
  const first = entries?.[0];
  const place = page.entries.findIndex(({ id }) => id === first?.id);
  if (entries === null || place < 0) return { ...page, error: null };
  return { entries: [...page.entries.slice(0, place), ...entries], hasMore, error: null };
}
