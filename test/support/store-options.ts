import type { Log } from '../../main/log.ts';
import type { OpenOptions } from '../../main/store/open.ts';
import { createSystemClock, createSystemRandom } from '../../main/system.ts';

const silentLog: Log = { event: () => {}, fault: () => {} };

/** What `openStore` takes for a folder where a test holds nothing: the system's time and randomness. */
export function storeOptions(folder: string): OpenOptions {
  return { folder, random: createSystemRandom(), clock: createSystemClock(), log: silentLog };
}
