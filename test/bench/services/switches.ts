import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identifierOf } from '../../support/link.ts';
import { median, tell } from '../report.ts';
import { fallAsleep, startAccounts, switchCommand, visitOthers, type AccountsApp } from './accounts-app.ts';
import { closeProfile, openProfile } from './cold-profile.ts';
import type { PageSite } from './page-site.ts';

const ROUNDS = 5;
/** Warm switches in each round. */
const SWITCHES = 4;
const ACCOUNTS = 14;
const SCROLLED = 700;
/** A page that no account has. */
const COLD = 99;

/** What is measured: an expression in the window's page that begins it, and the page that is to come. */
interface Switch {
  begin: string;
  address: string;
  scrollY: number;
}

/**
 * Begins a switch, and answers how long it took until the page was on screen, had the keyboard, stood where it is to,
 * and was painted so twice, in ms, by the clocks of the pages. Runs inside main, so it uses nothing from around it.
 */
async function timeInMain(
  { BrowserWindow, WebContentsView }: typeof Electron.CrossProcessExports,
  { begin, address, scrollY }: Switch,
): Promise<number> {
  const frames = `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() =>
    resolve({ at: performance.timeOrigin + performance.now(), scrollY }))))`;
  const [window] = BrowserWindow.getAllWindows();
  if (!window) throw new Error('No window');
  const began = window.webContents.executeJavaScript(
    `(() => { const at = performance.timeOrigin + performance.now(); ${begin}; return at; })()`,
  );
  const until = performance.now() + 60_000;
  while (performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    const views = window.contentView.children.filter((view) => view instanceof WebContentsView);
    const view = views.find(({ webContents }) => webContents?.getURL() === address);
    if (!view?.getVisible() || !view.webContents.isFocused()) continue;
    // Only the stand-in can say what the display shows.
    if ('isOnScreen' in view && !(await Reflect.apply(Object(view.isOnScreen), view, []))) continue;
    // While it is being loaded its document may go away.
    const painted = await view.webContents.executeJavaScript(frames).catch(() => null);
    if (painted?.scrollY === scrollY) return painted.at - (await began);
  }
  throw new Error(`${address} did not come`);
}

/** Picks an account in the open profile menu. */
async function clickAccount({ evaluate, inWindow, site }: AccountsApp, to: number): Promise<number> {
  await inWindow(`document.querySelector('[aria-label="Profile menu"]').click()`);
  const item = `[...document.querySelectorAll('[role=menuitemradio]')]
    .find(({ textContent }) => textContent.includes('${identifierOf(to)}'))`;
  await inWindow(`new Promise((resolve) => {
    const look = () => (${item} ? resolve() : requestAnimationFrame(look));
    look();
  })`);
  return evaluate(timeInMain, { begin: `${item}.click()`, address: site.address(to), scrollY: 0 });
}

/** Scrolls a page that is on screen; inside main. */
async function scrollInMain(
  { webContents }: typeof Electron.CrossProcessExports,
  { address, to }: { address: string; to: number },
): Promise<void> {
  const page = webContents.getAllWebContents().find((contents) => contents.getURL() === address);
  await page?.executeJavaScript(
    `new Promise((resolve) => { scrollTo(0, ${to}); requestAnimationFrame(() => setTimeout(resolve, 100)); })`,
  );
}

/** A warm switch, and one to an account that sleeps, each beside the same page in a profile of Chromium that was closed. */
export async function benchSwitches(site: PageSite): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'switchboard-bench-'));
  const profile = { userData: join(folder, 'chromium') };
  const app = await startAccounts(join(folder, 'switchboard'), site, ACCOUNTS);
  await closeProfile((await openProfile(site, profile, COLD)).chromium);
  await visitOthers(app, ACCOUNTS, async (n) => {
    if (n > 1) await app.evaluate(scrollInMain, { address: site.address(n), to: SCROLLED });
  });
  await fallAsleep(app, 1);
  await fallAsleep(app, 0);
  const times = { warm: [] as number[], back: [] as number[], cold: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const { chromium, ms } = await openProfile(site, profile, COLD);
    await closeProfile(chromium);
    times.cold.push(ms);
    const asleep = { begin: switchCommand(2 + round), address: site.address(2 + round), scrollY: SCROLLED };
    times.back.push(await app.evaluate(timeInMain, asleep));
    for (let count = 0; count < SWITCHES; count += 1) times.warm.push(await clickAccount(app, count % 2));
  }
  await app.close();
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
