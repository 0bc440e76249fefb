import type { Connection } from './connection.ts';
import type { Command, Query, SqlValue } from './database.ts';
import { faultOf } from './problems.ts';

/** Runs something on the database and turns the disk's and the file's errors into StoreFault. */
export function guarded<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw faultOf(error) ?? error;
  }
}

/** The prepared statements of one connection, by their SQL; each outlives a reopening. */
export class Statements {
  readonly #connection: Connection;
  readonly #queries = new Map<string, Query>();
  readonly #commands = new Map<string, Command>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  query(sql: string): Query {
    const known = this.#queries.get(sql);
    if (known) return known;
    if (!guarded(() => this.#connection.statement(sql).readonly)) throw new Error(`This is no query: ${sql}`);
    const query = this.#make(sql);
    this.#queries.set(sql, query);
    return query;
  }

  command(sql: string): Command {
    const known = this.#commands.get(sql);
    if (known) return known;
    const command = this.#make(sql);
    this.#commands.set(sql, command);
    return command;
  }

  #make(sql: string): Command {
    const connection = this.#connection;
    return {
      get: (...values: SqlValue[]) => guarded(() => connection.statement(sql).get(...values)),
      all: (...values: SqlValue[]) => guarded(() => connection.statement(sql).all(...values)),
      run: (...values: SqlValue[]) => guarded(() => connection.statement(sql).run(...values).changes),
    };
  }
}
