import type { ImportReport } from '../../shared/domain/group.ts';
import { ok, refuse, type Result } from '../../shared/errors.ts';
import type { OpenedFile, Ports } from '../ports.ts';
import { findByIdentifier } from '../store/accounts.ts';
import { readAppState } from '../store/app-state.ts';
import type { Store, WriteTx } from '../store/database.ts';
import { addPendingLink, findPendingLink } from '../store/pending-links.ts';
import { readList, type ListedAccount, type ListRow } from './read-list.ts';

const MEGABYTE = 1024 * 1024;

type Parts = Pick<Ports, 'openFile' | 'random' | 'clock'> & { store: Store; region(): string };
type Refusal = 'not-signed-in' | 'file-not-read' | 'file-too-large' | 'list-unreadable';

/**
 * Reads a list of accounts from a file that the person picks: who is neither linked nor waits, waits to be linked.
 * Nothing is sent, and nobody is linked: each still needs its proof. Null where no file was picked.
 */
export async function importAccounts(parts: Parts): Promise<Result<ImportReport | null, Refusal>> {
  const file = await openList(parts);
  if (file.outcome === 'cancelled') return ok(null);
  if (file.outcome === 'unreadable') return refuse('file-not-read');
  if (file.outcome === 'too-large') return refuse('file-too-large', { maxMegabytes: 1 });
  const rows = await readList(new TextDecoder().decode(file.bytes), parts.region());
  return rows.ok ? keep(parts, rows.value) : rows;
}

async function openList({ openFile }: Parts): Promise<OpenedFile | { outcome: 'unreadable' }> {
  try {
    return await openFile({ extensions: ['csv', 'txt'], maxBytes: MEGABYTE });
  } catch {
    return { outcome: 'unreadable' };
  }
}

function keep(parts: Parts, rows: readonly ListRow[]): Result<ImportReport, 'not-signed-in'> {
  return parts.store.write((tx): Result<ImportReport, 'not-signed-in'> => {
    if (readAppState(tx).primaryId === null) return refuse('not-signed-in');
    const report: ImportReport = { added: 0, known: 0, problems: [] };
    for (const row of rows) {
      if ('problem' in row) report.problems.push({ line: row.line, problem: row.problem });
      else if (isKnown(tx, row.account)) report.known += 1;
      else {
        add(parts, tx, row.account);
        report.added += 1;
      }
    }
    return ok(report);
  });
}

function isKnown(tx: WriteTx, { identifier: { value } }: ListedAccount): boolean {
  return findByIdentifier(tx, value) !== null || findPendingLink(tx, value) !== null;
}

function add({ random, clock }: Parts, tx: WriteTx, { identifier, name, kind, groupName }: ListedAccount): void {
  addPendingLink(tx, {
    id: random.uuid(),
    identifier: identifier.value,
    identifierKind: identifier.kind,
    address: identifier.address,
    kind,
    name,
    groupName,
    addedAt: new Date(clock.now()).toISOString(),
  });
}
