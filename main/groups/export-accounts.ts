import type { Result } from '../../shared/errors.ts';
import { writeCsv } from '../csv.ts';
import type { Ports } from '../ports.ts';
import { saveToFile } from '../save-to-file.ts';
import { listAccounts } from '../store/accounts.ts';
import type { Store } from '../store/database.ts';
import { listGroups, listMembers } from '../store/groups.ts';
import { COLUMNS } from './read-list.ts';

/** Writes every account, in the person's order, to a file that the person picks: a list that `importAccounts` reads. */
export async function exportAccounts(
  parts: Pick<Ports, 'saveFile'> & { store: Store },
): Promise<Result<{ isSaved: boolean }, 'file-not-saved'>> {
  const db = parts.store.read;
  const names = new Map(listGroups(db).map(({ id, name }) => [id, name]));
  const groups = new Map(listMembers(db).map(({ accountId, groupId }) => [accountId, names.get(groupId) ?? '']));
  const rows = listAccounts(db).map(({ id, address, name, kind }) => [address, name, kind, groups.get(id) ?? '']);
  return saveToFile(parts, 'switchboard-accounts.csv', await writeCsv([COLUMNS, ...rows]));
}
