import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { ActivityEntry, ActivityFilter } from '../../shared/domain/activity.ts';
import type { Topic } from '../../shared/domain/snapshot.ts';
import { createTestCore, value, wrongCode, type TestCore } from '../support/core.ts';

interface ActivityPage {
  entries: ActivityEntry[];
  hasMore: boolean;
}

const DAY = 86_400_000;
const ALL = { accountId: null, events: null, before: null, limit: 200 } as const;

/** What a closed app has recorded, oldest first. */
async function recorded(core: TestCore): Promise<unknown[]> {
  await core.close();
  const db = new Database(join(core.ports.folder, 'switchboard.db'), { readonly: true });
  const rows = db.prepare('SELECT at, event, account_id AS account, detail FROM activity ORDER BY id').all();
  db.close();
  return rows;
}

test('signing in, linking, wrong codes, a lock, a new primary, a removal, its undo and a switch leave an entry that names nobody', async () => {
  const core = createTestCore();
  const at = new Date(core.ports.clock.now()).toISOString();
  const ada = await core.signIn('ada@example.com');
  const bob = await core.link('bob@example.com');
  const { id } = value(await core.commands.accounts.link({ identifier: 'eve@example.com' }));
  const code = await core.newestCode();
  for (let n = 1; n <= 5; n += 1) {
    await core.commands.challenge.submit({ challengeId: id, code: wrongCode(code, n) });
  }
  value(await core.commands.accounts.makePrimary({ accountId: bob }));
  value(await core.commands.accounts.remove({ accountId: ada, successorId: null }));
  value(await core.commands.accounts.undoRemove({ accountId: ada }));
  value(await core.commands.accounts.switchTo({ accountId: bob }));
  const wrong = { at, event: 'refused', account: null, detail: 'code-wrong' };
  expect(await recorded(core)).toEqual([
    { at, event: 'signed-in', account: ada, detail: null },
    { at, event: 'linked', account: bob, detail: null },
    ...Array.from({ length: 5 }, () => wrong),
    { at, event: 'challenge-locked', account: null, detail: null },
    { at, event: 'made-primary', account: bob, detail: null },
    { at, event: 'removed', account: ada, detail: null },
    { at, event: 'restored', account: ada, detail: null },
    { at, event: 'switched', account: bob, detail: null },
  ]);
});

test('entries are kept for 400 days: older ones go at the start, and day by day', async () => {
  const first = createTestCore();
  await first.signIn('ada@example.com');
  const { folder, clock, random } = first.ports;
  await first.close();
  clock.sleep(400 * DAY - 1);
  const second = createTestCore({ folder, clock, random });
  expect(value(await second.commands.activity.list(ALL)).entries).toHaveLength(1);
  clock.advance(DAY);
  expect(value(await second.commands.activity.list(ALL)).entries).toEqual([]);
});

test('how long entries are kept is the person’s choice, for ever too', async () => {
  const core = createTestCore();
  const { clock } = core.ports;
  const count = async () => value(await core.commands.activity.list(ALL)).entries.length;
  value(await core.commands.preferences.change({ activityDays: null }));
  await core.signIn('ada@example.com');
  clock.advance(1000 * DAY);
  expect(await count()).toBe(1);
  value(await core.commands.preferences.change({ activityDays: 30 }));
  expect(await count()).toBe(0);
});

test('a wrong code for an account that is linked is about that account', async () => {
  const core = createTestCore();
  const ada = await core.signIn('ada@example.com');
  core.ports.clock.advance(30_000);
  const { id } = value(await core.commands.accounts.proveAgain({ accountId: ada }));
  await core.commands.challenge.submit({ challengeId: id, code: wrongCode(await core.newestCode()) });
  const { entries } = value(await core.commands.activity.list({ ...ALL, events: ['refused'] }));
  expect(entries).toMatchObject([{ event: 'refused', detail: 'code-wrong', accountId: ada }]);
});

test('entries of an account that was erased stay, and name nobody', async () => {
  const core = createTestCore();
  await core.signIn('ada@example.com');
  const bob = await core.link('bob@example.com');
  value(await core.commands.accounts.remove({ accountId: bob, successorId: null }));
  core.ports.clock.advance(10_000);
  const { entries } = value(await core.commands.activity.list({ ...ALL, events: ['linked', 'removed'] }));
  expect(entries).toMatchObject([
    { event: 'removed', accountId: null, hadAccount: true },
    { event: 'linked', accountId: null, hadAccount: true },
  ]);
});

test('page after page there is each entry once, by account and by kind', async () => {
  const core = createTestCore();
  const people = [await core.signIn('ada@example.com'), await core.link('bob@example.com')];
  for (let n = 0; n < 25; n += 1) {
    for (const accountId of people.toReversed()) value(await core.commands.accounts.switchTo({ accountId }));
  }
  const read = async (filter: Pick<ActivityFilter, 'accountId' | 'events'>) => {
    const ids: number[] = [];
    for (let before: number | null = null; ;) {
      const page: ActivityPage = value(await core.commands.activity.list({ ...filter, before, limit: 7 }));
      ids.push(...page.entries.map(({ id }) => id));
      if (!page.hasMore) return ids;
      before = page.entries.at(-1)?.id ?? null;
    }
  };
  const everything = await read({ accountId: null, events: null });
  expect(everything).toEqual(Array.from({ length: 52 }, (_, index) => 52 - index));
  const ofOne = await read({ accountId: people[0] ?? null, events: null });
  expect(ofOne).toHaveLength(26);
  expect(await read({ accountId: null, events: ['switched', 'linked'] })).toEqual(everything.slice(0, -1));
  expect(await read({ accountId: people[0] ?? null, events: ['switched'] })).toEqual(ofOne.slice(0, -1));
});

test('the snapshot tells of each new entry, and of none after clearing', async () => {
  const core = createTestCore();
  const newest = async () => value(await core.commands.app.snapshot({ topics: ['activity'] })).activity;
  const heard: Topic[] = [];
  core.subscribe((message) => message.name === 'app.changed' && heard.push(...message.payload.topics));
  expect(await newest()).toBe(0);
  await core.signIn('ada@example.com');
  expect(await newest()).toBe(1);
  expect(heard).toContain('activity');
  value(await core.commands.activity.clear({}));
  expect(await newest()).toBe(0);
});

test('an export names who is there, and cells that look like formulas are text', async () => {
  const core = createTestCore();
  const { files } = core.ports;
  const ada = await core.signIn('ada@example.com');
  const bob = await core.link('bob@example.com');
  value(await core.commands.accounts.rename({ accountId: ada, name: '=HYPERLINK("x")' }));
  value(await core.commands.accounts.remove({ accountId: bob, successorId: null }));
  core.ports.clock.advance(10_000);
  const everything = { accountId: null, events: null };
  value(await core.commands.activity.export({ ...everything, format: 'csv' }));
  const lines = (files.saved.get('switchboard-activity-2026-11-23.csv') ?? '').split('\r\n');
  expect(lines[0]).toBe('\uFEFFtime,event,detail,account,name,about');
  expect(lines.slice(1)).toEqual([
    '2026-11-23T20:00:00.000Z,removed,,,,removed account',
    '2026-11-23T20:00:00.000Z,linked,,,,removed account',
    `2026-11-23T20:00:00.000Z,signed-in,,ada@example.com,"'=HYPERLINK(""x"")",linked account`,
    '',
  ]);
  value(await core.commands.activity.export({ ...everything, events: ['signed-in'], format: 'json' }));
  expect(JSON.parse(files.saved.get('switchboard-activity-2026-11-23.json') ?? '')).toEqual([
    {
      time: '2026-11-23T20:00:00.000Z',
      event: 'signed-in',
      detail: '',
      account: 'ada@example.com',
      name: '=HYPERLINK("x")',
      about: 'linked account',
    },
  ]);
});
