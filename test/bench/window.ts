import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { appCommand, launchApp, type LaunchedApp } from '../support/launch.ts';
import { fillFolder } from './fill.ts';
import { median, tell } from './report.ts';

const STARTS = 7;
const CALLS = 500;
/** How long a start is given to settle before its memory is read, in ms. */
const SETTLING = 5000;
const BLANK = join(import.meta.dirname, 'blank-app');

/** Starts an app and waits until its page can be used; answers how long that took in ms. */
async function start(dataDir: string, appDir?: string): Promise<{ launched: LaunchedApp; ms: number }> {
  const started = performance.now();
  const launched = await launchApp({ dataDir, ...(appDir === undefined ? {} : { appDir }) });
  await launched.page.locator('main h1').waitFor();
  return { launched, ms: performance.now() - started };
}

/** The median round trip of `call` (an expression in the page) to main and back, in ms. */
async function roundTrip(page: Page, call: string): Promise<number> {
  const times = await page.evaluate<number[]>(`(async () => {
    const times = [];
    for (let count = 0; count < ${CALLS}; count += 1) {
      const from = performance.now();
      await ${call};
      times.push(performance.now() - from);
    }
    return times;
  })()`);
  return median(times);
}

/** What main's process holds in memory once it has settled, in MB: as it runs for a person, without a debugger. */
async function residentMemory(dataDir: string, appDir?: string): Promise<number> {
  const { executable, args, env } = appCommand({ dataDir, ...(appDir === undefined ? {} : { appDir }) });
  const main = spawn(executable, args, { env, stdio: 'ignore' });
  await sleep(SETTLING);
  const kilobytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(main.pid)], { encoding: 'utf8' }));
  const gone = once(main, 'exit');
  main.kill();
  await gone;
  return kilobytes / 1024;
}

/** Start, round trip and memory of the app with 1,000 accounts, each beside a blank window on the same runtime. */
export async function benchWindow(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'switchboard-bench-'));
  const ours = join(folder, 'switchboard');
  const blank = join(folder, 'blank');
  fillFolder(ours, 1000);

  const times = { ours: [] as number[], blank: [] as number[] };
  const trips = { ours: 0, blank: 0 };
  for (let run = 0; run <= STARTS; run += 1) {
    const bare = await start(blank, BLANK);
    if (run === STARTS) trips.blank = await roundTrip(bare.launched.page, 'window.bare.invoke({})');
    await bare.launched.close();
    const full = await start(ours);
    if (run === STARTS) {
      trips.ours = await roundTrip(full.launched.page, `window.switchboard.invoke('preferences.read', {})`);
    }
    await full.launched.close();
    // The first start of each fills the disk's cache.
    if (run > 0) {
      times.blank.push(bare.ms);
      times.ours.push(full.ms);
    }
  }
  const memory = { ours: await residentMemory(ours), blank: await residentMemory(blank, BLANK) };
  rmSync(folder, { recursive: true, force: true });

  const [mine, bare] = [median(times.ours), median(times.blank)];
  const note = `${mine.toFixed(0)} ms beside ${bare.toFixed(0)} ms, median of ${STARTS}`;
  tell({
    what: 'Start to interactive with 1,000 accounts beside a blank window',
    value: mine / bare,
    unit: 'x',
    aim: 1.5,
    note,
  });
  tell({
    what: 'Round trip of a command beside a bare round trip',
    value: trips.ours / trips.blank,
    unit: 'x',
    aim: 1.5,
    note: `${trips.ours.toFixed(2)} ms beside ${trips.blank.toFixed(2)} ms, median of ${CALLS}`,
  });
  const settled = `beside ${memory.blank.toFixed(0)} MB, resident, ${SETTLING / 1000} s after the start, nothing attached`;
  tell({
    what: "Memory of main's process on this runtime beside a blank window's",
    value: memory.ours,
    unit: 'MB',
    note: settled,
  });
}
