import { readdirSync, writeSync } from 'node:fs';
import { deleteAccount } from '../../main/store/accounts.ts';
import { openStore } from '../../main/store/open.ts';
import { StoreFault } from '../../main/store/problems.ts';
import { accountId } from './ids.ts';
import { link } from './link.ts';
import { storeOptions } from './store-options.ts';

/** Fills the disk under a folder with accounts, removes one, and prints what it saw as JSON. Argument: the folder. */
const [folder = ''] = process.argv.slice(2);

function open() {
  const opened = openStore(storeOptions(folder));
  if (!opened.ok) throw new Error(`The store did not open: ${opened.problem.kind}`);
  return opened.value.store;
}

function faultOf(action: () => void): string | null {
  try {
    action();
    return null;
  } catch (error) {
    if (error instanceof StoreFault) return error.kind;
    throw error;
  }
}

const store = open();
const accounts = () => store.read.query('SELECT id FROM accounts').all().length;
const remove = (mayUseReserve: boolean) => () =>
  store.write((tx) => deleteAccount(tx, accountId(1)), { mayUseReserve });

let linked = 0;
let whileLinking: string | null = null;
while (whileLinking === null) {
  whileLinking = faultOf(() => link(store, linked));
  if (whileLinking === null) linked += 1;
}
const readable = accounts();
const removing = faultOf(remove(false));
const removingWithReserve = faultOf(remove(true));
const erasing = faultOf(() => store.erase((tx) => deleteAccount(tx, accountId(2))));
const left = accounts();
store.close();
const again = open();
const leftAgain = again.read.query('SELECT id FROM accounts').all().length;
again.close();
const seen = { linked, whileLinking, readable, removing, removingWithReserve, erasing, left, leftAgain };
writeSync(1, JSON.stringify({ ...seen, files: readdirSync(folder) }));
