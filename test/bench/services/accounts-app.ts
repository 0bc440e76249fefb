import { setTimeout as sleep } from 'node:timers/promises';
import { addTab, setShownTab } from '../../../main/store/tabs.ts';
import { jumpInMain } from '../../e2e/clock.ts';
import { accountId, tabId } from '../../support/ids.ts';
import { populate } from '../../support/link.ts';
import { openFolder } from '../fill.ts';
import { startInspected, type InspectedApp } from './inspected-app.ts';
import type { PageSite } from './page-site.ts';

/** How many pages stay awake unless the person says otherwise. */
export const WARM = 6;
/** Longer than a page is left awake that nobody looks at, in ms. */
export const LONG_UNSEEN = 16 * 60_000;

/** Switchboard with accounts that each show a page of theirs. */
export interface AccountsApp extends Pick<InspectedApp, 'pid' | 'evaluate' | 'close'> {
  readonly site: PageSite;
  /** Calls an expression in the window's page, as its buttons do. */
  inWindow(expression: string): Promise<unknown>;
}

/** Fills a folder with accounts that each show a tab, the first of them active. */
function fillWithTabs(dataDir: string, site: PageSite, count: number): void {
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
}

/** Starts Switchboard on a new folder with accounts that each show a tab, the first of them active. */
export async function startAccounts(dataDir: string, site: PageSite, count: number): Promise<AccountsApp> {
  fillWithTabs(dataDir, site, count);
  const first = site.painted(0);
  const app = await startInspected(dataDir, site.switches);
  await first;
  return { ...app, site, inWindow: (expression) => app.evaluate(callInWindow, expression) };
}

function callInWindow({ BrowserWindow }: typeof Electron.CrossProcessExports, expression: string): Promise<unknown> {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) throw new Error('No window');
  return window.webContents.executeJavaScript(expression);
}

/** The command that all of the window's buttons call, as an expression in its page. */
export const switchCommand = (n: number): string =>
  `window.switchboard.invoke('accounts.switchTo', { accountId: '${accountId(n)}' })`;

/** Goes to all accounts but the first, one after the other, each until its page is painted. */
export async function visitOthers(
  { site, inWindow }: AccountsApp,
  count: number,
  visited?: (n: number) => Promise<void>,
): Promise<void> {
  for (let to = 1; to < count; to += 1) {
    const painted = site.painted(to);
    await inWindow(switchCommand(to));
    await painted;
    await visited?.(to);
  }
}

/** How many pages of accounts are awake. */
export const awake = ({ evaluate }: AccountsApp): Promise<number> =>
  evaluate(({ webContents }) => webContents.getAllWebContents().length - 1, null);

/** Lets `ms` pass without waiting. */
export const passTime = ({ evaluate }: AccountsApp, ms: number): Promise<void> => evaluate(jumpInMain, ms);

/** Lets so much time pass that all sleep that may, and waits for it; `next` is who is looked at then. */
export async function fallAsleep(app: AccountsApp, next: number): Promise<void> {
  await passTime(app, LONG_UNSEEN);
  await app.inWindow(switchCommand(next));
  const until = performance.now() + 60_000;
  while ((await awake(app)) > WARM) {
    if (performance.now() > until) throw new Error(`${await awake(app)} pages are awake`);
    await sleep(100);
  }
}
