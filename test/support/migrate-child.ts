import { writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { migrations } from '../../main/store/migrations/index.ts';
import { openStore } from '../../main/store/open.ts';
import { laterSteps } from './later-step.ts';
import { storeOptions } from './store-options.ts';

/**
 * Opens a store and dies before one call of the database library, counted from 1; prints the count if it never came so far.
 * Arguments: the folder, the call to die before, and `later` for the steps of a later version.
 */
const [folder = '', last = '', version = ''] = process.argv.slice(2);

let calls = 0;
function count(): void {
  calls += 1;
  if (calls === Number(last)) process.kill(process.pid, 'SIGKILL');
}

const library = Object.assign({}, Database.prototype);
Object.assign(Database.prototype, {
  prepare(this: Database.Database, sql: string) {
    count();
    return library.prepare.call(this, sql);
  },
  pragma(this: Database.Database, sql: string, options?: Database.PragmaOptions) {
    count();
    return library.pragma.call(this, sql, options);
  },
  exec(this: Database.Database, sql: string) {
    for (const statement of sql.split(';')) {
      count();
      library.exec.call(this, statement);
    }
    return this;
  },
});
const opened = openStore({ ...storeOptions(folder), steps: version === 'later' ? laterSteps : migrations });
writeSync(1, opened.ok ? String(calls) : opened.problem.kind);
