import type { Topic } from '../../shared/domain/snapshot.ts';
import { readable, writable, type CoveredTable, type WriteTx } from './database.ts';
import type { Connection } from './connection.ts';
import type { Statements } from './statements.ts';

/** What one write has asked for so far. */
export interface Transaction {
  /** What the change is given; it throws once the write is over. */
  readonly tx: WriteTx;
  readonly topics: ReadonlySet<Topic>;
  readonly effects: readonly (() => void)[];
  /** Raises the revision if anything was touched and seals what asked for it; answers the revision, or null. */
  finish(): number | null;
  /** Ends the use of `tx`. */
  end(): void;
}

export function beginTransaction(connection: Connection, statements: Statements): Transaction {
  const topics = new Set<Topic>();
  const effects: (() => void)[] = [];
  const sealed = new Map<CoveredTable, Set<string | number>>();
  let over = false;
  const live = () => {
    if (over) throw new Error('A write was used after its end');
  };
  const seal = (table: CoveredTable, id: string | number) => {
    const ids = sealed.get(table) ?? new Set();
    sealed.set(table, ids.add(id));
  };

  const tx: WriteTx = {
    [readable]: true,
    [writable]: true,
    query: (sql) => (live(), statements.query(sql)),
    command: (sql) => (live(), statements.command(sql)),
    touch: (topic) => (live(), void topics.add(topic)),
    afterCommit: (effect) => (live(), void effects.push(effect)),
    seal: (table, id) => (live(), seal(table, id)),
  };

  return {
    tx,
    topics,
    effects,
    finish() {
      const { digests } = connection;
      const revision = topics.size > 0 ? Number(connection.statement(digests.raiseSql()).pluck().get()) : null;
      if (revision !== null) sealed.delete('app_state');
      for (const [table, ids] of sealed) {
        const statement = connection.statement(digests.sealSql(table));
        for (const id of ids) statement.run(id);
      }
      return revision;
    },
    end() {
      over = true;
    },
  };
}
