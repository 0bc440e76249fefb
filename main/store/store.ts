import type { Log } from '../log.ts';
import type { Random } from '../ports.ts';
import { dropBackups } from './backup.ts';
import type { Connection } from './connection.ts';
import { readable, type Change, type NotPromise, type Store, type WriteOptions } from './database.ts';
import type { StoreFiles } from './files.ts';
import { codeOf, faultOf } from './problems.ts';
import { freeReserve } from './reserve.ts';
import { guarded, Statements } from './statements.ts';
import { runWrite, type ChangeOf, type Committed } from './write.ts';

/** What a store is made of. */
export interface StoreParts {
  connection: Connection;
  files: StoreFiles;
  random: Random;
  log: Log;
}

/** The store on a connection that was opened and checked. */
export function createStore(parts: StoreParts): Store {
  const { connection, files, log } = parts;
  const statements = new Statements(connection);
  const listeners = new Set<(change: Change) => void>();
  let writing = false;

  const report = (action: () => void) => {
    try {
      action();
    } catch (error) {
      log.fault(parts.random.uuid(), error);
    }
  };

  function write<T>(change: ChangeOf<T>, options: WriteOptions = {}): NotPromise<T> {
    if (writing) throw new Error('A write inside a write');
    const { value, revision, topics, effects } = commit(change, options);
    if (revision !== null) for (const listener of listeners) report(() => listener({ revision, topics }));
    for (const effect of effects) report(effect);
    return value;
  }

  function commit<T>(change: ChangeOf<T>, options: WriteOptions): Committed<T> {
    writing = true;
    try {
      try {
        return runWrite(connection, statements, change);
      } catch (error) {
        if (faultOf(error)?.kind !== 'full' || !options.mayUseReserve || !freeReserve(files.reserve)) throw error;
        return runWrite(connection, statements, change);
      }
    } catch (error) {
      throw told(error, log);
    } finally {
      writing = false;
    }
  }

  return {
    read: { [readable]: true, query: (sql) => statements.query(sql) },
    write,
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    erase(change) {
      if (writing) throw new Error('Erasing inside a write');
      guarded(() => dropBackups(files.backups));
      const value = write(change, { mayUseReserve: true });
      guarded(() => connection.db.pragma('wal_checkpoint(TRUNCATE)'));
      return value;
    },
    close: () => connection.close(),
  };
}

/** What a failed write throws to its caller: a StoreFault, which the log hears of, or the bug as it is. */
function told(error: unknown, log: Log): unknown {
  const fault = faultOf(error);
  if (!fault) return error;
  log.event('store-fault', { kind: fault.kind, code: codeOf(fault.cause ?? error) ?? '' });
  return fault;
}
