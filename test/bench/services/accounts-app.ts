import { addTab, setShownTab } from '../../../main/store/tabs.ts';
import { passTime } from '../../e2e/clock.ts';
import { accountId, tabId } from '../../support/ids.ts';
import { launchApp, type LaunchedApp } from '../../support/launch.ts';
import { populate } from '../../support/link.ts';
import { openFolder } from '../fill.ts';
import type { Painted, PageSite } from './page-site.ts';

/** How many pages stay awake unless the person says otherwise. */
export const WARM = 6;
/** Longer than a page is left awake that nobody looks at, in ms. */
export const LONG_UNSEEN = 16 * 60_000;

/** Fills a folder with accounts that each show a tab of theirs, and starts Switchboard on it. */
export async function startAccounts(dataDir: string, site: PageSite, count: number): Promise<LaunchedApp> {
  const { store } = openFolder(dataDir);
  populate(store, count);
  for (let n = 0; n < count; n += 1) {
    const address = site.address(n);
    const tab = { id: tabId(n), serviceId: null, start: address, address, title: '', zoom: 100, lastShownAt: null };
    store.write((tx) => {
      addTab(tx, accountId(n), tab);
      setShownTab(tx, accountId(n), tab.id);
    });
  }
  store.close();
  const first = site.next(({ page }) => page === 0);
  const launched = await launchApp({ dataDir, args: site.switches });
  await first;
  return launched;
}

/** Switches by the command that all of the window's buttons call; answers when, in ms since 1970. */
export function switchTo({ page }: LaunchedApp, n: number): Promise<number> {
  return page.evaluate<number>(`(async () => {
    const began = performance.timeOrigin + performance.now();
    await window.switchboard.invoke('accounts.switchTo', { accountId: '${accountId(n)}' });
    return began;
  })()`);
}

/** Switches, and answers how long it took until the page was painted as it is to be, in ms. */
export async function timeSwitch(
  running: LaunchedApp,
  { site, to, fits }: { site: PageSite; to: number; fits: (painted: Painted) => boolean },
): Promise<number> {
  const painted = site.next((told) => told.page === to && fits(told));
  const began = await switchTo(running, to);
  return (await painted).at - began;
}

/** Goes to accounts one after the other, each until its page is painted. */
export async function visit(running: LaunchedApp, site: PageSite, accounts: readonly number[]): Promise<void> {
  for (const to of accounts) await timeSwitch(running, { site, to, fits: () => true });
}

/** How many pages of accounts are awake. */
export const awake = ({ app }: LaunchedApp): Promise<number> =>
  app.evaluate(({ webContents }) => webContents.getAllWebContents().length - 1);

/** Lets so much time pass that all sleep that may, and waits for it; `next` is who is looked at then. */
export async function fallAsleep(running: LaunchedApp, next: number): Promise<void> {
  await passTime(running, LONG_UNSEEN);
  await switchTo(running, next);
  const until = Date.now() + 60_000;
  while ((await awake(running)) > WARM) {
    if (Date.now() > until) throw new Error(`${await awake(running)} pages are awake`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
