import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAccounts } from '../../main/accounts/snapshot.ts';
import { readAppState } from '../../main/store/app-state.ts';
import { filterAccounts } from '../../renderer/components/account-filter.ts';
import { fillFolder, openFolder } from './fill.ts';
import { median, tell } from './report.ts';

const ACCOUNTS = 10_000;
const RUNS = 30;

function timed(work: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return median(times);
}

/** Listing in main and filtering in the window, with 10,000 accounts. */
export function benchLists(): void {
  const folder = mkdtempSync(join(tmpdir(), 'switchboard-bench-'));
  fillFolder(folder, ACCOUNTS);
  const { store } = openFolder(folder);
  const list = () => readAccounts({ store }, readAppState(store.read));
  tell({ what: 'Listing 10,000 accounts', value: timed(list), unit: 'ms', aim: 16, note: `median of ${RUNS}` });
  const { accounts } = list();
  const filter = () => filterAccounts(accounts, 'person 99');
  tell({ what: 'Filtering 10,000 accounts', value: timed(filter), unit: 'ms', aim: 16, note: `median of ${RUNS}` });
  store.close();
  rmSync(folder, { recursive: true, force: true });
}
