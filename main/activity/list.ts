import type { ActivityEntry, ActivityFilter } from '../../shared/domain/activity.ts';
import { ok } from '../../shared/errors.ts';
import { listActivity, type ActivityPage } from '../store/activity.ts';
import type { Store } from '../store/database.ts';

/** A page of what happened, newest first, and whether there is an older one. */
export function readActivity(
  { store }: { store: Store },
  { before, limit, ...filter }: ActivityFilter & ActivityPage,
): { ok: true; value: { entries: ActivityEntry[]; hasMore: boolean } } {
  const entries = listActivity(store.read, filter, { before, limit: limit + 1 });
  return ok({ entries: entries.slice(0, limit), hasMore: entries.length > limit });
}
