import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountId } from '../../support/ids.ts';
import { tell } from '../report.ts';
import {
  awake,
  fallAsleep,
  LONG_UNSEEN,
  passTime,
  startAccounts,
  switchCommand,
  visitOthers,
  WARM,
  type AccountsApp,
} from './accounts-app.ts';
import type { PageSite } from './page-site.ts';

const ACCOUNTS = 20;
const HOURS = 8;
/** The day in parts, in each of which a person goes to and fro between five accounts; the others sleep meanwhile. */
const PARTS = 20;
const IN_USE = 5;
const SWITCHES_IN_PART = 250;
/** No more is done after this, in ms. */
const LIMIT = 180_000;

/** What main holds, all garbage gone. */
interface Held {
  /** Used by objects, and by what they hold outside the heap, in bytes. */
  bytes: number;
  /** Listeners on the app, the theme, the window and the sessions. */
  listeners: number;
  /** The most listeners on one page of an account. */
  onPage: number;
}

// Runs inside main, so it uses nothing from around it.
function heldInMain(
  { app, BrowserWindow, nativeTheme, session, webContents }: typeof Electron.CrossProcessExports,
  partitions: string[],
): Held {
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- it has to go to main with the rest
  const count = (emitter: NodeJS.EventEmitter) =>
    emitter.eventNames().reduce((sum, name) => sum + emitter.listenerCount(name), 0);
  const windows = BrowserWindow.getAllWindows();
  const own = windows.map((window) => window.webContents);
  const sessions = partitions.map((name) => session.fromPartition(name));
  const pages = webContents.getAllWebContents().filter((contents) => !own.includes(contents));
  const all: NodeJS.EventEmitter[] = [app, nativeTheme, session.defaultSession, ...windows, ...own, ...sessions];
  process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc');
  const collect: () => void = process.getBuiltinModule('node:vm').runInNewContext('gc');
  for (let round = 0; round < 5; round += 1) collect();
  const { heapUsed, external } = process.memoryUsage();
  return {
    bytes: heapUsed + external,
    listeners: all.reduce((sum, emitter) => sum + count(emitter), 0),
    onPage: Math.max(...pages.map(count)),
  };
}

const held = ({ evaluate }: AccountsApp): Promise<Held> =>
  evaluate(
    heldInMain,
    Array.from({ length: ACCOUNTS }, (_, n) => `persist:account-${accountId(n)}`),
  );

/** Goes to and fro between five accounts, by the command, each time as soon as it was answered. */
async function part({ inWindow }: AccountsApp, first: number): Promise<void> {
  const commands = Array.from({ length: IN_USE }, (_, n) => `() => ${switchCommand((first + n) % ACCOUNTS)}`);
  await inWindow(`(async () => {
    const commands = [${commands.join()}];
    for (let count = 0; count < ${SWITCHES_IN_PART}; count += 1) await commands[count % commands.length]();
  })()`);
}

const megabytes = ({ bytes }: Held): string => (bytes / 2 ** 20).toFixed(1);

/** Eight hours of switching between 20 accounts, in minutes: what main holds at their end beside what it held at first. */
export async function benchHours(site: PageSite): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'switchboard-bench-'));
  const running = await startAccounts(folder, site, ACCOUNTS);
  // Each account once, so that all sessions are there, and each as it sleeps.
  await visitOthers(running, ACCOUNTS);
  await part(running, 0);
  await fallAsleep(running, 0);
  const before = await held(running);
  const began = Date.now();
  let [parts, most] = [0, 0];
  for (; parts < PARTS && Date.now() - began < LIMIT; parts += 1) {
    await passTime(running, (HOURS * 3_600_000) / PARTS - LONG_UNSEEN);
    await part(running, (parts + 1) * IN_USE);
    await fallAsleep(running, ((parts + 1) * IN_USE) % ACCOUNTS);
    most = Math.max(most, await awake(running));
  }
  const after = await held(running);
  await running.close();
  rmSync(folder, { recursive: true, force: true });
  const done = `${parts * SWITCHES_IN_PART} switches between ${ACCOUNTS} accounts, ${((parts * HOURS) / PARTS).toFixed(1)} hours`;
  tell({
    what: "What main's objects hold after the day's switches",
    value: after.bytes / before.bytes,
    unit: 'x',
    aim: 1.05,
    note: `${megabytes(after)} MB beside ${megabytes(before)} MB; ${done}`,
  });
  const left = after.listeners - before.listeners + Math.max(0, after.onPage - before.onPage);
  tell({
    what: 'Listeners left',
    value: left,
    unit: '',
    aim: 0,
    note: `${after.listeners} beside ${before.listeners}`,
  });
  tell({ what: 'Pages awake after each part', value: most, unit: '', aim: WARM });
}
