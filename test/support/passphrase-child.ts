import { writeSync } from 'node:fs';
import { askRootKey } from '../../main/secrets/root-key.ts';
import { createVault } from '../../main/secrets/vault.ts';
import { openStore } from '../../main/store/open.ts';
import { createSystemClock, createSystemRandom } from '../../main/system.ts';
import { noKeyStore } from './key-store.ts';
import { recordingLog } from './log.ts';
import { CHEAP, numbered, PASSWORD } from './passphrases.ts';

/**
 * Changes the passphrase again and again until it is killed; prints the number of each that was answered. Arguments:
 * the folder, and the number of the passphrase that is set; -1 where there is none yet.
 */
const [folder = '', set = ''] = process.argv.slice(2);
const [random, log] = [createSystemRandom(), recordingLog()];
const opened = openStore({ folder, random, clock: createSystemClock(), log });
if (!opened.ok) throw new Error(`The store did not open: ${opened.problem.kind}`);
const { store } = opened.value;
const rootKey = askRootKey({ folder, secrets: noKeyStore(), random, clock: createSystemClock() });
const vault = createVault({ folder, store, random, log, rootKey, cost: CHEAP });
await vault.ready();

let number = Number(set);
if (number < 0) {
  store.write((tx) => void vault.put(tx, PASSWORD, 'the secret'));
} else {
  const unlocked = await vault.unlock({ passphrase: numbered(number) });
  if (!unlocked.ok) throw new Error('The passphrase does not open');
}
for (;;) {
  number += 1;
  const changed = await vault.setPassphrase({ passphrase: numbered(number) });
  if (!changed.ok) throw new Error(`Not changed: ${changed.error.code}`);
  writeSync(1, `${number}\n`);
}
