import { writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { openStore } from '../../main/store/open.ts';
import { link } from './link.ts';
import { storeOptions } from './store-options.ts';

/**
 * Opens the store of a folder in a process of its own, links one account, and prints `open` or the problem.
 * Arguments: the folder, the umask in octal, and whether to run as nobody where it can.
 */
const [folder = '', umask = '022', as = ''] = process.argv.slice(2);

process.umask(Number.parseInt(umask, 8));
if (as === 'nobody' && process.getuid?.() === 0) {
  // The library is loaded by who may read it.
  new Database(':memory:').close();
  process.setgid?.(65534);
  process.setuid?.(65534);
}
const opened = openStore(storeOptions(folder));
if (opened.ok) link(opened.value.store, 0);
writeSync(1, opened.ok ? 'open' : `${opened.problem.kind} ${opened.problem.path}`);
// The store stays open, so that the log is still there to be looked at.
process.kill(process.pid, 'SIGKILL');
