import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bench } from 'tinybench';
import { createCore } from '../../main/core.ts';
import { filterAccounts } from '../../renderer/components/account-filter.ts';
import { heldPorts } from '../support/ports.ts';
import { fillFolder } from './fill.ts';
import { middle, tell } from './report.ts';

const ACCOUNTS = 10_000;
const RUNS = 30;

/** Listing in main and filtering in the window, with 10,000 accounts. */
export async function benchLists(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'switchboard-bench-'));
  fillFolder(folder, ACCOUNTS);
  const created = createCore(heldPorts(folder), { trustOutput: true });
  if (!created.ok) throw new Error(`The store did not open: ${created.problem.kind}`);
  const core = created.value;
  const { accounts } = core.snapshot().accounts;
  const rename = (run: number) => {
    const { id } = accounts[run % ACCOUNTS] ?? {};
    if (id) void core.commands.accounts.rename({ accountId: id, name: `Name ${run}` });
  };
  let run = 0;
  const bench = new Bench({ time: 0, iterations: RUNS, warmupIterations: 3, warmupTime: 0 });
  bench
    .add('Listing 10,000 accounts', () => core.snapshot())
    .add('Listing 10,000 accounts right after a change', () => core.snapshot(), { beforeEach: () => rename(run++) })
    .add('Filtering 10,000 accounts', () => filterAccounts(accounts, 'person 99'));
  for (const task of bench.runSync()) {
    tell({ what: task.name, value: middle(task), unit: 'ms', aim: 16, note: `median of ${RUNS}` });
  }
  await core.close();
  rmSync(folder, { recursive: true, force: true });
}
