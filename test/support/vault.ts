import { heldClock } from './clock.ts';
import { fakeKeyStore } from './key-store.ts';
import { recordingLog } from './log.ts';
import { openTestStore } from './store.ts';
import { temporaryFolder } from './folder.ts';
import type { SecretBox } from '../../main/ports.ts';
import type { Argon2Cost } from '../../main/secrets/passphrase.ts';
import { askRootKey } from '../../main/secrets/root-key.ts';
import { createVault, type Vault } from '../../main/secrets/vault.ts';
import { CHEAP } from './passphrases.ts';
import type { SecretName } from '../../main/store/secrets.ts';
import { createSystemRandom } from '../../main/system.ts';

interface Options {
  folder?: string;
  secrets?: SecretBox;
  cost?: Argon2Cost;
}

/** A vault on a real store, in `folder` where a test goes on with one; `quit` ends it, so that another can be opened. */
export function openTestVault({ folder = temporaryFolder(), secrets = fakeKeyStore(), cost = CHEAP }: Options = {}) {
  const { store } = openTestStore(folder);
  const [random, clock, log] = [createSystemRandom(), heldClock(), recordingLog()];
  const rootKey = askRootKey({ folder, secrets, random, clock });
  const vault = createVault({ folder, store, random, log, rootKey, cost });
  return { ...vault, folder, store, clock, log, rootKey, keep: keepIn(vault, store), quit: () => store.close() };
}

function keepIn(vault: Vault, store: ReturnType<typeof openTestStore>['store']) {
  return (name: SecretName, secret: string) => store.write((tx) => void vault.put(tx, name, secret));
}

/** A vault whose key store has answered. */
export async function readyVault(options: Options = {}) {
  const vault = openTestVault(options);
  await vault.ready();
  return vault;
}

/** Ends a vault, and opens another on the same folder. */
export function restartVault(vault: ReturnType<typeof openTestVault>, secrets: SecretBox) {
  vault.quit();
  return readyVault({ folder: vault.folder, secrets });
}
