import Database from 'better-sqlite3';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { newestVersion } from '../../../main/store/migrate.ts';
import { migrations } from '../../../main/store/migrations/index.ts';

const folder = join(import.meta.dirname, '../../../main/store/migrations');
const Names = z.array(z.object({ name: z.string() }));

const step = (version: number) => ({ version, sql: '' });

function latestSchema() {
  const db = new Database(':memory:');
  for (const step of migrations) db.exec(step.sql);
  return db;
}

test('steps that do not ascend are a bug', () => {
  expect(newestVersion([step(10), step(20)])).toBe(20);
  expect(() => newestVersion([step(20), step(10)])).toThrow('Migration 10 does not come after 20');
  expect(() => newestVersion([step(10), step(10)])).toThrow('Migration 10 does not come after 10');
});

test('every step file is in the list, under the number it begins with, and numbers go by tens', () => {
  const files = readdirSync(folder).filter((name) => /^\d/.test(name));
  expect(files.map((name) => Number.parseInt(name, 10))).toEqual(migrations.map((step) => step.version));
  for (const { version } of migrations) expect(version % 10).toBe(0);
});

test('every table is strict', () => {
  const loose = latestSchema().prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0");
  expect(Names.parse(loose.all()).map((row) => row.name)).toEqual(['sqlite_schema']);
});

test('no reference changes a row that carries a digest: SQLite would not seal it anew', () => {
  const db = latestSchema();
  for (const table of ['accounts', 'proofs', 'app_state']) {
    const actions = db.prepare('SELECT on_delete, on_update FROM pragma_foreign_key_list(?)').all(table);
    for (const action of actions) {
      expect(action).toEqual({ on_delete: expect.stringMatching(/^(NO ACTION|CASCADE)$/), on_update: 'NO ACTION' });
    }
  }
});
