import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ActivityEntry, ActivityFilter } from '../../shared/domain/activity.ts';
import type { Result } from '../../shared/errors.ts';
import { writeCsv } from '../csv.ts';
import type { Ports } from '../ports.ts';
import { saveToFile } from '../save-to-file.ts';
import { listAccounts } from '../store/accounts.ts';
import { listActivity } from '../store/activity.ts';
import type { Store } from '../store/database.ts';

/** How many entries are read at once, so that main is not held for longer than a frame. */
const PAGE = 1000;
const COLUMNS = ['time', 'event', 'detail', 'account', 'name', 'about'] as const;

type Exported = Record<(typeof COLUMNS)[number], string>;

/**
 * Writes what happened, newest first, to a file that the person picks. Accounts that are there are named by their
 * identifier, because the person asked for it; of others nothing is known.
 */
export async function exportActivity(
  parts: Pick<Ports, 'clock' | 'saveFile'> & { store: Store },
  { format, ...filter }: ActivityFilter & { format: 'csv' | 'json' },
): Promise<Result<{ isSaved: boolean }, 'file-not-saved'>> {
  const entries = await readAll(parts.store, filter);
  const day = new Date(parts.clock.now()).toISOString().slice(0, 10);
  const content =
    format === 'json'
      ? `${JSON.stringify(entries, null, 2)}\n`
      : await writeCsv([COLUMNS, ...entries.map((entry) => COLUMNS.map((column) => entry[column]))]);
  return saveToFile(parts, `switchboard-activity-${day}.${format}`, content);
}

async function readAll(store: Store, filter: ActivityFilter): Promise<Exported[]> {
  const accounts = new Map(listAccounts(store.read).map((account) => [account.id, account]));
  const exported: Exported[] = [];
  for (let before: number | null = null; ; await nextTurn()) {
    const page: ActivityEntry[] = listActivity(store.read, filter, { before, limit: PAGE });
    for (const entry of page) {
      const account = entry.accountId === null ? undefined : accounts.get(entry.accountId);
      exported.push({
        time: entry.at,
        event: entry.event,
        detail: entry.detail ?? '',
        account: account?.address ?? '',
        name: account?.name ?? '',
        about: account ? 'linked account' : entry.hadAccount ? 'removed account' : 'not linked',
      });
    }
    const last = page.at(-1);
    if (page.length < PAGE || last === undefined) return exported;
    before = last.id;
  }
}
