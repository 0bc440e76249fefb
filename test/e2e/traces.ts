import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import * as z from 'zod';
import { findPersonal } from '../support/canaries.ts';

/** Every file below a folder, by its path in it; those that go while one looks are left out. */
export function filesIn(folder: string): [path: string, bytes: Buffer][] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path), { throwIfNoEntry: false })?.isFile())
    .map((path) => [path, readFileSync(join(folder, path))]);
}

/** What the system shows of every process that runs on this data folder: its arguments and its environment. */
export function processesOf(dataDir: string): Buffer {
  const pids = process.platform === 'linux' ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [];
  const ours = pids.filter((pid) => ofProcess(pid, 'cmdline').includes(dataDir));
  return Buffer.concat(ours.flatMap((pid) => [ofProcess(pid, 'cmdline'), ofProcess(pid, 'environ')]));
}

function ofProcess(pid: string, name: 'cmdline' | 'environ'): Buffer {
  try {
    return readFileSync(`/proc/${pid}/${name}`);
  } catch {
    // It has ended, or is none of ours.
    return Buffer.alloc(0);
  }
}

/** Which columns of the database hold something of it. */
export function columnsWith(file: string, texts: readonly string[]): string[] {
  const db = new Database(file, { readonly: true });
  const columns = z.array(z.object({ tableName: z.string(), name: z.string() })).parse(
    db
      .prepare(
        `SELECT tables.name AS tableName, columns.name FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
           WHERE tables.type = 'table' ORDER BY 1, 2`,
      )
      .all(),
  );
  const holding = columns.filter(({ tableName, name }) => {
    const values = db.prepare(`SELECT CAST("${name}" AS BLOB) FROM "${tableName}" WHERE "${name}" IS NOT NULL`);
    return findPersonal(Buffer.concat(z.array(z.instanceof(Buffer)).parse(values.pluck().all())), texts).length > 0;
  });
  db.close();
  return holding.map(({ tableName, name }) => `${tableName}.${name}`);
}
