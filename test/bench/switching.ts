import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Bench } from 'tinybench';
import type { Account } from '../../shared/domain/account.ts';
import { trayTemplate } from '../../main/shell/tray-template.ts';
import { account, accountsPart } from '../support/accounts.ts';
import { appCommand } from '../support/launch.ts';
import { identifierOf } from '../support/link.ts';
import { recordingActions } from '../support/menu.ts';
import { fillFolder } from './fill.ts';
import { median, middle, tell } from './report.ts';

const ACCOUNTS = 1000;
const TEMPLATES = 200;
const RUNS = 15;

/** The tray's menu as it is made after each change of an account. */
export function benchTray(): void {
  const at = (n: number) => new Date(Date.UTC(2026, 10, 1) + ((n * 7919) % ACCOUNTS) * 1000).toISOString();
  const accounts: Account[] = Array.from({ length: ACCOUNTS }, (_, n) =>
    account(n, { isPrimary: n === 0, isActive: n === ACCOUNTS - 1, lastUsedAt: at(n) }),
  );
  const part = accountsPart(accounts);
  const bench = new Bench({ time: 0, iterations: TEMPLATES, warmupIterations: 20, warmupTime: 0 });
  bench.add('Tray template for 1,000 accounts', () => trayTemplate(part, recordingActions()));
  for (const task of bench.runSync()) {
    tell({ what: task.name, value: middle(task), unit: 'ms', aim: 5, note: `median of ${TEMPLATES}` });
  }
}

/** How long a process takes from its start to its end, in ms; throws where it fails. */
function timed(command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): number {
  const started = performance.now();
  const { status } = spawnSync(command, args, { env, stdio: 'ignore' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
  return performance.now() - started;
}

/** `switchboard switch`, answered by the running Switchboard, beside a Node that does nothing, in turns. */
export async function benchCommandLine(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'switchboard-bench-'));
  fillFolder(dataDir, ACCOUNTS);
  const app = appCommand({ dataDir });
  const running = spawn(app.executable, app.args, { env: app.env, stdio: 'ignore' });
  while (!existsSync(join(dataDir, 'command-line.json'))) await sleep(50);
  const times = { ours: [] as number[], bare: [] as number[], runtime: [] as number[] };
  for (let run = 0; run <= RUNS; run += 1) {
    const bare = timed(process.execPath, ['-e', '0']);
    const runtime = timed(app.executable, [...app.args, '--version'], app.env);
    const command = appCommand({ dataDir, args: ['switch', identifierOf(run + 1)] });
    const ours = timed(command.executable, command.args, command.env);
    // The first fills the cache of compiled code.
    if (run === 0) continue;
    times.bare.push(bare);
    times.ours.push(ours);
    times.runtime.push(runtime);
  }
  running.kill();
  await once(running, 'exit');
  rmSync(dataDir, { recursive: true, force: true });
  const [ours, bare, runtime] = [median(times.ours), median(times.bare), median(times.runtime)];
  tell({
    what: 'switchboard switch beside node -e 0, 1,000 accounts: so much more',
    value: ours - bare,
    unit: 'ms',
    aim: 150,
    note: `${ours.toFixed(0)} ms beside ${bare.toFixed(0)} ms, ${runtime.toFixed(0)} ms for --version on this runtime, median of ${RUNS}`,
  });
}
