import { hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { CoveredTable } from './database.ts';

const COVERED: readonly CoveredTable[] = ['accounts', 'proofs', 'app_state'];
/** 128 bits: nobody guesses them, and no damage meets them by chance. */
const DIGEST_BYTES = 16;

/**
 * Keyed digests of whole rows (security: S7). A flipped bit on disk changes data that SQLite's own check passes;
 * a row whose digest does not fit is damage.
 */
export interface Digests {
  /** The statement that writes the digest of the row with one id; asked for once the schema is final. */
  sealSql(table: CoveredTable): string;
  /** The statement that raises the revision, answers it, and seals its row in the same update. */
  raiseSql(): string;
  /** Writes every digest anew: after a migration, or under a new key. */
  sealAll(): void;
  /** Whether every row is what was sealed. */
  hold(): boolean;
}

/** Sets digests up for one open database; `key` comes from outside it. */
export function attachDigests(db: Database, key: Buffer): Digests {
  const prefix = key.toString('base64');
  db.function('row_digest', { varargs: true, directOnly: true }, (...row) => digestOf(row, prefix));
  const sealing = new Map<CoveredTable, string>();
  let raising: string | undefined;
  return {
    sealSql(table) {
      const sql = sealing.get(table) ?? `UPDATE ${table} SET digest = ${expression(db, table)} WHERE id = ?`;
      sealing.set(table, sql);
      return sql;
    },
    raiseSql() {
      // An update reads the row as it was, so the digest is told of the revision to come.
      raising ??= `UPDATE app_state SET revision = revision + 1,
        digest = ${expression(db, 'app_state').replace('"revision"', 'revision + 1')} WHERE id = 1 RETURNING revision`;
      return raising;
    },
    sealAll: () => {
      for (const table of COVERED) db.exec(`UPDATE ${table} SET digest = ${expression(db, table)}`);
    },
    hold: () => COVERED.every((table) => rowsHold(db, table)),
  };
}

function rowsHold(db: Database, table: CoveredTable): boolean {
  const wrong = db.prepare(`SELECT 1 FROM ${table} WHERE digest IS NOT ${expression(db, table)} LIMIT 1`);
  return wrong.get() === undefined;
}

/** The digest of a row in SQL: over the names of all its columns and their values, so that no column is left out. */
function expression(db: Database, table: CoveredTable): string {
  const names = db
    .prepare<[string], string>(`SELECT name FROM pragma_table_info(?) WHERE name <> 'digest' ORDER BY name`)
    .pluck()
    .all(table);
  const columns = names.map((name) => `"${name}"`).join(', ');
  return `row_digest('${table} ${names.join(' ')}', ${columns})`;
}

function digestOf(row: unknown[], prefix: string): Buffer {
  // JSON keeps texts, numbers and nulls apart, so two different rows never read the same. One hash with the key before
  // the row takes a quarter of an HMAC's time, and cut to half its length it cannot be extended.
  return hash('sha256', prefix + JSON.stringify(row), 'buffer').subarray(0, DIGEST_BYTES);
}
