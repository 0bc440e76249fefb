import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';

/** Lets the next COMMIT of any database end in an error of the disk, before or after the log was written. */
export function failNextCommit(when: 'before it' | 'after it', code = 'SQLITE_IOERR_FSYNC'): void {
  const library: Pick<Database.Statement, 'run'> = Object.getPrototypeOf(new Database(':memory:').prepare('COMMIT'));
  const { run } = library;
  const restore = () => void Object.assign(library, { run });
  onTestFinished(restore);
  Object.assign(library, {
    run(this: Database.Statement, ...bound: unknown[]) {
      if (this.source !== 'COMMIT') return run.apply(this, bound);
      restore();
      if (when === 'after it') run.apply(this);
      throw new Database.SqliteError('the disk failed', code);
    },
  });
}
