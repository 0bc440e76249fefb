import { expect, test } from 'vitest';
import * as z from 'zod';
import type { ActivityFilter } from '../../../shared/domain/activity.ts';
import { listActivity } from '../../../main/store/activity.ts';
import type { ReadDb } from '../../../main/store/database.ts';
import { accountId } from '../../support/ids.ts';
import { openTestStore } from '../../support/store.ts';

const Plan = z.array(z.object({ detail: z.string() }));

/** How SQLite goes about each query of a page, step by step. */
function plansOf(db: ReadDb, filter: ActivityFilter): string[] {
  const plans: string[] = [];
  const explaining: ReadDb = {
    ...db,
    query: (sql) => ({
      get: () => undefined,
      all(...values) {
        const plan = Plan.parse(db.query(`EXPLAIN QUERY PLAN ${sql}`).all(...values));
        plans.push(plan.map(({ detail }) => detail).join(', '));
        return [];
      },
    }),
  };
  listActivity(explaining, filter, { before: 90_000, limit: 100 });
  return plans;
}

const KEY = 'SEARCH activity USING INTEGER PRIMARY KEY (rowid<?)';
const BY_EVENT = 'SEARCH activity USING INDEX activity_event (event=? AND rowid<?)';
const BY_BOTH = 'SEARCH activity USING INDEX activity_account_event (account_id=? AND event=? AND rowid<?)';
const BY_ACCOUNT = 'SEARCH activity USING INDEX activity_account (account_id=? AND rowid<?)';

test.each<[ActivityFilter, string[]]>([
  [{ accountId: null, events: null }, [KEY]],
  [{ accountId: accountId(1), events: null }, [BY_ACCOUNT]],
  [{ accountId: null, events: ['linked', 'refused'] }, [BY_EVENT, BY_EVENT]],
  [{ accountId: accountId(1), events: ['refused'] }, [BY_BOTH]],
])('a page of %j is read along an index, without sorting', (filter, plans) => {
  const { store } = openTestStore();
  expect(plansOf(store.read, filter)).toEqual(plans);
});
