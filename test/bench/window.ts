import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchApp, type LaunchedApp } from '../support/launch.ts';
import { fillFolder } from './fill.ts';
import { median, tell } from './report.ts';

const STARTS = 7;
const CALLS = 500;
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

/** Start, round trip and memory of the app with 1,000 accounts, each beside a blank window on the same runtime. */
export async function benchWindow(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'switchboard-bench-'));
  const ours = join(folder, 'switchboard');
  const blank = join(folder, 'blank');
  fillFolder(ours, 1000);

  const times = { ours: [] as number[], blank: [] as number[] };
  const trips = { ours: 0, blank: 0 };
  let memory = 0;
  for (let run = 0; run <= STARTS; run += 1) {
    const bare = await start(blank, BLANK);
    if (run === STARTS) trips.blank = await roundTrip(bare.launched.page, 'window.bare.invoke({})');
    await bare.launched.close();
    const full = await start(ours);
    if (run === STARTS) {
      trips.ours = await roundTrip(full.launched.page, `window.switchboard.invoke('preferences.read', {})`);
      memory = await full.launched.app.evaluate(() => process.memoryUsage().rss);
    }
    await full.launched.close();
    // The first start of each fills the disk's cache.
    if (run > 0) {
      times.blank.push(bare.ms);
      times.ours.push(full.ms);
    }
  }
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
  tell({ what: 'Memory of main with 1,000 accounts', value: memory / 2 ** 20, unit: 'MB', aim: 90, note: 'resident' });
}
