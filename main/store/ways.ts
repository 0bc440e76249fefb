import * as z from 'zod';
import { SetUp, type SetUpName } from '../../shared/domain/way.ts';
import type { ReadDb, WriteTx } from './database.ts';

const Row = z.object({ setUp: z.string() });

/** How a way is set up; null where it is not. */
export function findSetUp<N extends SetUpName>(db: ReadDb, name: N): Extract<SetUp, { name: N }> | null {
  const row = db.query('SELECT set_up AS setUp FROM ways WHERE name = ?').get(name);
  if (row === undefined) return null;
  const setUp = SetUp.parse(JSON.parse(Row.parse(row).setUp));
  return isOf(setUp, name) ? setUp : null;
}

/** Keeps how a way is set up. `at` is UTC, ISO 8601. */
export function saveSetUp(tx: WriteTx, setUp: SetUp, at: string): void {
  tx.command(
    `INSERT INTO ways (name, set_up, saved_at) VALUES (?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET set_up = excluded.set_up, saved_at = excluded.saved_at`,
  ).run(setUp.name, JSON.stringify(setUp), at);
}

export function deleteSetUp(tx: WriteTx, name: SetUpName): void {
  tx.command('DELETE FROM ways WHERE name = ?').run(name);
}

function isOf<N extends SetUpName>(setUp: SetUp, name: N): setUp is Extract<SetUp, { name: N }> {
  return setUp.name === name;
}
