import * as z from 'zod';
import { ActivityEntry, ActivityFilter } from '../domain/activity.ts';
import { command } from './define.ts';

/** What happened when. The snapshot's part `activity` tells that there is more to read. */
export const activity = {
  /** A page, newest first: what is older than the entry `before`, or the newest with null. */
  list: command({
    input: ActivityFilter.extend({
      before: z.int().positive().nullable(),
      limit: z.int().min(1).max(200),
    }),
    output: z.strictObject({ entries: z.array(ActivityEntry), hasMore: z.boolean() }),
    errors: [],
  }),
  /** Writes what the filter lets through to a file that the person picks. Picking none is no refusal. */
  export: command({
    input: ActivityFilter.extend({ format: z.enum(['csv', 'json']) }),
    output: z.strictObject({ isSaved: z.boolean() }),
    errors: ['file-not-saved'],
  }),
  /** Deletes every entry. Cannot be undone. */
  clear: command({ input: z.strictObject({}), output: z.strictObject({}), errors: [] }),
};
