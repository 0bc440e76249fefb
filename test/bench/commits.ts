import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Bench } from 'tinybench';
import { addAccount, setLastUsed } from '../../main/store/accounts.ts';
import { addActivity } from '../../main/store/activity.ts';
import { setPrimaryAndActive } from '../../main/store/app-state.ts';
import type { Store } from '../../main/store/database.ts';
import { sql as schema } from '../../main/store/migrations/0010-first.ts';
import { addProof } from '../../main/store/proofs.ts';
import { accountId, challengeId, proofId } from '../support/ids.ts';
import { openFolder } from './fill.ts';
import { median, middle, tell } from './report.ts';

const AT = '2026-11-23T20:28:00.000Z';
const ROUNDS = 40;
const PER_ROUND = 25;

/** What the app writes when a link is confirmed, and when an account is switched to. */
function storeCommits(store: Store) {
  return {
    link(n: number) {
      const id = accountId(n);
      store.write((tx) => {
        const email = `person-${n}@example.test`;
        const named = { id, identifier: email, address: email, name: '', identifierKind: 'email' } as const;
        addAccount(tx, { ...named, kind: 'unknown', color: n % 12, position: n, addedAt: AT, lastUsedAt: null });
        const proof = { id: proofId(n), accountId: id, method: 'code', carrier: 'local-mailbox' } as const;
        addProof(tx, { ...proof, challengeId: challengeId(n), provenAt: AT });
        addActivity(tx, { at: AT, event: 'linked', accountId: id });
        if (n === 0) setPrimaryAndActive(tx, id, id);
      });
    },
    switchTo(n: number) {
      const id = accountId(n);
      store.write((tx) => {
        setPrimaryAndActive(tx, accountId(0), id);
        setLastUsed(tx, id, AT);
      });
    },
  };
}

/** The same rows through bare better-sqlite3 with the same pragmas: no checks, no digests, no events. */
function rawCommits(db: Database.Database) {
  const account = db.prepare(
    `INSERT INTO accounts (id, identifier, identifier_kind, address, kind, name, color, position, added_at, last_used_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const proof = db.prepare(
    'INSERT INTO proofs (id, account_id, method, carrier, challenge_id, proven_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const activity = db.prepare('INSERT INTO activity (at, event, account_id) VALUES (?, ?, ?)');
  const state = db.prepare('UPDATE app_state SET primary_id = ?, active_id = ? WHERE id = 1');
  const used = db.prepare('UPDATE accounts SET last_used_at = ? WHERE id = ?');
  const revision = db.prepare('UPDATE app_state SET revision = revision + 1 WHERE id = 1');
  return {
    link: db.transaction((n: number) => {
      const id = accountId(n);
      const email = `person-${n}@example.test`;
      account.run(id, email, 'email', email, 'unknown', '', n % 12, n, AT, null);
      proof.run(proofId(n), id, 'code', 'local-mailbox', challengeId(n), AT);
      activity.run(AT, 'linked', id);
      if (n === 0) state.run(id, id);
      revision.run();
    }).immediate,
    switchTo: db.transaction((n: number) => {
      state.run(accountId(0), accountId(n));
      used.run(AT, accountId(n));
      revision.run();
    }).immediate,
  };
}

function openRaw(folder: string): Database.Database {
  const db = new Database(join(folder, 'raw.db'));
  for (const pragma of ['locking_mode = EXCLUSIVE', 'journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON'])
    db.pragma(pragma);
  db.pragma('secure_delete = ON');
  db.pragma('cell_size_check = ON');
  db.exec(schema);
  db.pragma('synchronous = FULL');
  return db;
}

/** Ours and raw in turn, round by round, so that both meet the same disk; the median of the ratios is told. */
function compare(what: string, ours: (n: number) => void, raw: (n: number) => void): void {
  const next = { ours: 0, raw: 0 };
  const rounds = Array.from({ length: ROUNDS }, () => {
    const bench = new Bench({ time: 0, iterations: PER_ROUND, warmup: false });
    bench.add('ours', () => ours(next.ours++)).add('raw', () => raw(next.raw++));
    const [mine = Number.NaN, bare = Number.NaN] = bench.runSync().map(middle);
    return { mine, ratio: mine / bare };
  });
  const each = median(rounds.map(({ mine }) => mine * 1000)).toFixed(0);
  const note = `${each} µs a commit; median of ${ROUNDS} rounds of ${PER_ROUND}`;
  tell({
    what: `${what} beside raw better-sqlite3`,
    value: median(rounds.map(({ ratio }) => ratio)),
    unit: 'x',
    aim: 1.3,
    note,
  });
}

/** Link and switch commits beside the same rows written raw. */
export function benchCommits(): void {
  const folder = mkdtempSync(join(tmpdir(), 'switchboard-bench-'));
  const { store } = openFolder(folder);
  const raw = openRaw(folder);
  const ours = storeCommits(store);
  const bare = rawCommits(raw);
  compare('Link commit', ours.link, bare.link);
  compare('Switch commit', ours.switchTo, bare.switchTo);
  store.close();
  raw.close();
  rmSync(folder, { recursive: true, force: true });
}
