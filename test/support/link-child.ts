import { writeSync } from 'node:fs';
import { openStore } from '../../main/store/open.ts';
import { link } from './link.ts';
import { storeOptions } from './store-options.ts';

/** Links accounts until it is killed, and prints the number of each once it is linked. Arguments: folder, first number. */
const [folder = '', first = '0'] = process.argv.slice(2);

const opened = openStore(storeOptions(folder));
if (!opened.ok) throw new Error(`The store did not open: ${opened.problem.kind}`);
for (let n = Number(first); ; n += 1) {
  link(opened.value.store, n);
  writeSync(1, `${n}\n`);
}
