import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCore } from '../../main/core.ts';
import { filterAccounts } from '../../renderer/components/account-filter.ts';
import { heldPorts } from '../support/ports.ts';
import { fillFolder } from './fill.ts';
import { median, tell } from './report.ts';

const ACCOUNTS = 10_000;
const RUNS = 30;
const aim = 16;

function timed(work: () => unknown, before: (run: number) => unknown = () => {}): number {
  const times = Array.from({ length: RUNS }, (_, run) => {
    before(run);
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return median(times);
}

/** Listing in main and filtering in the window, with 10,000 accounts. */
export async function benchLists(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'switchboard-bench-'));
  fillFolder(folder, ACCOUNTS);
  const created = createCore(heldPorts(folder), { trustOutput: true });
  if (!created.ok) throw new Error(`The store did not open: ${created.problem.kind}`);
  const core = created.value;
  const { accounts } = core.snapshot().accounts;
  const note = `median of ${RUNS}`;

  tell({ what: 'Listing 10,000 accounts', value: timed(core.snapshot), unit: 'ms', aim, note });
  const rename = (run: number) => {
    const { id } = accounts[run] ?? accounts[0] ?? {};
    if (id) void core.commands.accounts.rename({ accountId: id, name: `Name ${run}` });
  };
  const afterChange = timed(core.snapshot, rename);
  tell({ what: 'Listing 10,000 accounts right after a change', value: afterChange, unit: 'ms', aim, note });
  const filter = () => filterAccounts(accounts, 'person 99');
  tell({ what: 'Filtering 10,000 accounts', value: timed(filter), unit: 'ms', aim, note });
  await core.close();
  rmSync(folder, { recursive: true, force: true });
}
