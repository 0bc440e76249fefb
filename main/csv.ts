import * as z from 'zod';

/** What csv-parse answers when it is asked where each row stands. */
const Parsed = z.array(z.object({ info: z.object({ lines: z.int() }), record: z.array(z.string()) }));

/** Rows as CSV (RFC 4180), for spreadsheets: with a byte order mark, and no cell that they would run as a formula (security: CSV injection). */
export async function writeCsv(rows: readonly (readonly string[])[]): Promise<string> {
  const { stringify } = await import('csv-stringify/sync');
  return stringify([...rows], { bom: true, record_delimiter: 'windows', escape_formulas: true });
}

/** A row of a CSV file; `line` is where it ends, from 1. */
export interface CsvRow {
  line: number;
  cells: readonly string[];
}

/** The rows of a CSV file with commas, or with semicolons as spreadsheets write it in some countries; null where it is none. */
export async function readCsv(text: string): Promise<CsvRow[] | null> {
  const { parse } = await import('csv-parse/sync');
  const header = text.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = header.includes(';') && !header.includes(',') ? ';' : ',';
  try {
    const rows: unknown = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
    return Parsed.parse(rows).map(({ info, record }) => ({ line: info.lines, cells: record.map(withoutGuard) }));
  } catch {
    return null;
  }
}

/** Takes the apostrophe away that `writeCsv` puts before what looks like a formula, as each phone number does. */
function withoutGuard(cell: string): string {
  return /^'[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) ? cell.slice(1) : cell;
}
