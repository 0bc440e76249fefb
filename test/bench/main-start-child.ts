// Started by main-start.ts: wires the whole app without Electron on the given folder, and prints how old the process is
// once its store is open, in ms.
import { createCore } from '../../main/core.ts';
import { createLog } from '../../main/log.ts';
import { createSystemClock, createSystemRandom } from '../../main/system.ts';

const folder = process.argv[2] ?? '';
const created = createCore({
  folder,
  clock: createSystemClock(),
  random: createSystemRandom(),
  secrets: {
    isProtected: () => Promise.resolve(false),
    seal: (secret) => Promise.resolve(Buffer.from(secret)),
    open: (sealed) => Promise.resolve(sealed.toString()),
  },
  browser: { open: () => Promise.resolve(false) },
  preferencesFile: { read: () => ({}), write: () => {} },
  autoStart: { set: () => Promise.resolve() },
  log: createLog(folder),
  environment: () => ({ version: '0', platform: 'linux', runtime: 'chromium', tray: false, region: 'DE', notices: [] }),
});
const age = performance.now();
if (!created.ok) throw new Error(`The store did not open: ${created.problem.kind}`);
console.log(age);
process.exit(0);
