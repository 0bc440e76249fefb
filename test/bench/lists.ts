import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bench } from 'tinybench';
import { createCore } from '../../main/core.ts';
import { filterAccounts } from '../../renderer/components/account-filter.ts';
import { heldPorts } from '../support/ports.ts';
import { addActivity } from '../../main/store/activity.ts';
import { addGroup, setGroup } from '../../main/store/groups.ts';
import { GroupId } from '../../shared/domain/group-id.ts';
import { accountId } from '../support/ids.ts';
import { fillFolder, openFolder } from './fill.ts';
import { middle, tell } from './report.ts';

const ACCOUNTS = 10_000;
const GROUPS = 50;
const ENTRIES = 100_000;
const RUNS = 30;

/** Listing in main and filtering in the window, with 10,000 accounts in 50 groups, and 100,000 entries of activity. */
export async function benchLists(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'switchboard-bench-'));
  fillFolder(folder, ACCOUNTS);
  fillMore(folder);
  const created = createCore(heldPorts(folder), { trustOutput: true });
  if (!created.ok) throw new Error(`The store did not open: ${created.problem.kind}`);
  const core = created.value;
  const { accounts, groups } = core.snapshot().accounts;
  const rename = async (run: number) => {
    const { id } = accounts[run % ACCOUNTS] ?? {};
    if (id) await core.commands.accounts.rename({ accountId: id, name: `Name ${run}` });
  };
  let run = 0;
  const bench = new Bench({ time: 0, iterations: RUNS, warmupIterations: 3, warmupTime: 0 });
  bench
    .add('Listing 10,000 accounts', () => core.snapshot())
    // Whatever hears of the change first lists them, so that the command takes the time.
    .add('Renaming one of 10,000 accounts and listing them', async () => {
      await rename(run++);
      core.snapshot();
    })
    .add('Filtering 10,000 accounts', () => filterAccounts(accounts, 'person 99', groups));
  for (const task of await bench.run()) {
    tell({ what: task.name, value: middle(task), unit: 'ms', aim: 16, note: `median of ${RUNS}` });
  }
  const page = { accountId: accountId(5), events: ['switched' as const], before: null, limit: 100 };
  const paging = new Bench({ time: 0, iterations: RUNS, warmupIterations: 3, warmupTime: 0 });
  paging.add('A page of 100,000 entries of activity, of one account and kind', () => core.commands.activity.list(page));
  for (const task of await paging.run()) {
    tell({ what: task.name, value: middle(task), unit: 'ms', aim: 16, note: `median of ${RUNS}` });
  }
  await core.close();
  rmSync(folder, { recursive: true, force: true });
}

const groupId = (n: number) => GroupId.parse(`bbbbbbbb-0000-4000-8000-${String(n).padStart(12, '0')}`);

/** Puts every account into a group, and records much that happened. */
function fillMore(folder: string): void {
  const { store } = openFolder(folder);
  store.write((tx) => {
    for (let n = 0; n < GROUPS; n += 1) addGroup(tx, { id: groupId(n), name: `Group ${n}`, color: n % 12 });
    for (let n = 0; n < ACCOUNTS; n += 1) setGroup(tx, accountId(n), groupId(n % GROUPS));
    for (let n = 0; n < ENTRIES; n += 1) {
      const at = new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
      addActivity(tx, { at, event: 'switched', accountId: accountId(n % 100) });
    }
  });
  store.close();
}
