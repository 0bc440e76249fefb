import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LaunchedApp } from '../../support/launch.ts';
import { identifierOf } from '../../support/link.ts';
import { median, tell } from '../report.ts';
import { fallAsleep, startAccounts, timeSwitch, visit } from './accounts-app.ts';
import { closeProfile, openProfile } from './cold-profile.ts';
import type { Painted, PageSite } from './page-site.ts';

const ROUNDS = 5;
/** Warm switches in each round. */
const SWITCHES = 4;
const ACCOUNTS = 14;
const SCROLLED = 700;
/** A page that no account has. */
const COLD = 99;

const isThere = ({ hasFocus }: Painted) => hasFocus;
const isBack = ({ hasFocus, scrollY }: Painted) => hasFocus && scrollY === SCROLLED;

/** Picks an account in the open profile menu, and answers how long it took until its page had the keyboard, in ms. */
async function clickAccount({ page }: LaunchedApp, site: PageSite, to: number): Promise<number> {
  const there = site.next((told) => told.page === to && isThere(told));
  await page.getByRole('button', { name: 'Profile menu' }).click();
  const item = page.getByRole('menuitemradio', { name: identifierOf(to) });
  await item.waitFor();
  // Clicked in the page, so that no time of the test's own tool is counted.
  const began = await item.evaluate((element) => {
    if (element instanceof HTMLElement) element.click();
    return performance.timeOrigin + performance.now();
  });
  return (await there).at - began;
}

async function scroll({ app }: LaunchedApp, site: PageSite, to: number): Promise<void> {
  const page = app.windows().find((one) => one.url() === site.address(to));
  if (!page) throw new Error(`The page of account ${to} is not there`);
  const scrolled = site.next((told) => told.page === to && told.scrollY === SCROLLED);
  await page.evaluate(`scrollTo(0, ${SCROLLED})`);
  await scrolled;
}

/** A warm switch, and one to an account that sleeps, each beside the same page in a profile of Chromium that was closed. */
export async function benchSwitches(site: PageSite): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'switchboard-bench-'));
  const profile = { userData: join(folder, 'chromium') };
  const running = await startAccounts(join(folder, 'switchboard'), site, ACCOUNTS);
  await closeProfile((await openProfile(site, profile, COLD)).chromium);
  for (let to = 1; to < ACCOUNTS; to += 1) {
    await visit(running, site, [to]);
    await scroll(running, site, to);
  }
  await fallAsleep(running, 0);
  const times = { warm: [] as number[], back: [] as number[], cold: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const { chromium, ms } = await openProfile(site, profile, COLD);
    await closeProfile(chromium);
    times.cold.push(ms);
    times.back.push(await timeSwitch(running, { site, to: 1 + round, fits: isBack }));
    for (let count = 0; count < SWITCHES; count += 1) {
      times.warm.push(await clickAccount(running, site, count % 2 === 0 ? 0 : 1 + round));
    }
  }
  await running.close();
  rmSync(folder, { recursive: true, force: true });
  report(times);
}

function report(times: Record<'warm' | 'back' | 'cold', number[]>): void {
  const [warm, back, cold] = [median(times.warm), median(times.back), median(times.cold)];
  const beside = `beside ${cold.toFixed(0)} ms in a profile of its own, opened cold; median of`;
  const clicks = `from the click until painted with the keyboard; median of ${times.warm.length}`;
  tell({ what: 'A warm switch', value: warm, unit: 'ms', aim: 100, note: clicks });
  const part = { value: warm / cold, unit: 'x', aim: 0.05 } as const;
  tell({ what: 'A warm switch beside another profile', ...part, note: `${beside} ${times.cold.length}` });
  tell({
    what: 'An account that slept, beside another profile',
    value: back / cold,
    unit: 'x',
    aim: 0.5,
    note: `${back.toFixed(0)} ms ${beside} ${times.back.length}`,
  });
}
