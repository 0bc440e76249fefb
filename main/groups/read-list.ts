import { AccountKind } from '../../shared/domain/account.ts';
import type { RowProblem } from '../../shared/domain/group.ts';
import { ok, refuse, type Result } from '../../shared/errors.ts';
import { readCsv } from '../csv.ts';
import { parseIdentifier, type ParsedIdentifier } from '../identifiers/parse.ts';
import { tidyName } from '../tidy-name.ts';

/** The columns of a list of accounts, by their headings. Only the first is needed, and their order is free. */
export const COLUMNS = ['identifier', 'name', 'kind', 'group'] as const;
type Column = (typeof COLUMNS)[number];

/** The most rows that a list may have. */
export const ROWS_MAX = 5000;

/** A row that can be linked. */
export interface ListedAccount {
  identifier: ParsedIdentifier;
  name: string;
  kind: AccountKind;
  groupName: string;
}

/** A row of a list: an account, or what is wrong with it. */
export type ListRow = { line: number } & ({ account: ListedAccount } | { problem: RowProblem });

/** Reads a list of accounts. `region` is where phone numbers without a country code are taken to be. */
export async function readList(text: string, region: string): Promise<Result<ListRow[], 'list-unreadable'>> {
  const rows = await readCsv(text);
  const [header, ...body] = rows ?? [];
  if (header === undefined) return refuse('list-unreadable', { reason: 'no-table' });
  const headings = header.cells.map((cell) => cell.toLowerCase());
  if (!headings.includes('identifier')) return refuse('list-unreadable', { reason: 'no-identifiers' });
  if (body.length > ROWS_MAX) return refuse('list-unreadable', { reason: 'too-many-rows' });
  const places = new Map<string, number>(headings.map((heading, place) => [heading, place]));
  return ok(body.map(({ line, cells }) => readRow(line, (column) => cells[places.get(column) ?? -1] ?? '', region)));
}

function readRow(line: number, cell: (column: Column) => string, region: string): ListRow {
  const identifier = parseIdentifier(cell('identifier'), region);
  if (!identifier.ok) {
    return { line, problem: identifier.error.code === 'identifier-empty' ? 'identifier-empty' : 'identifier-wrong' };
  }
  const name = tidyName(cell('name'));
  if (!name.ok) return { line, problem: 'name-too-long' };
  const kind = AccountKind.safeParse(cell('kind').toLowerCase() || 'unknown');
  if (!kind.success) return { line, problem: 'kind-unknown' };
  const group = tidyName(cell('group'));
  if (!group.ok) return { line, problem: 'group-too-long' };
  return { line, account: { identifier: identifier.value, name: name.value, kind: kind.data, groupName: group.value } };
}
