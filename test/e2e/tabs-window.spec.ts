import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { startSite, type Site } from '../support/site/site.ts';
import { expect, test as base } from './fixtures.ts';
import { dashboard } from './screens/dashboard.ts';
import { tabs } from './screens/tabs.ts';

const test = base.extend<{ site: Site }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
  site: async ({}, use) => {
    const site = await startSite();
    await use(site);
    await site.stop();
  },
});

test.use({ accounts: ['maria@outlook.com'] });

const openTile = (page: Page, service: string) =>
  dashboard(page).services.getByRole('button', { name: service, exact: true }).click();

/** How wide the view on screen and the window are. */
const widths = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const views = window?.contentView.children.filter((view) => view.getVisible()) ?? [];
    return [...views.map((view) => view.getBounds().width), window?.getContentBounds().width];
  });

test('whoever opens, changes or closes a tab from elsewhere goes on in the page, and by a key among the tabs', async ({
  site,
  start,
}) => {
  const { page } = await start({ args: site.switches });
  const { strip, tab, shown, all, dashboard: home } = tabs(page);
  const body = page.locator('body');
  await openTile(page, 'Outlook');
  for (const service of ['Calendar', 'OneDrive']) {
    await home.click();
    await openTile(page, service);
    await expect(tab(service)).toHaveAttribute('aria-selected', 'true');
    await expect(body).toBeFocused();
  }
  await tab('Outlook').click();
  await expect(body).toBeFocused();
  await page.keyboard.press('Control+Tab');
  await expect(tab('Calendar')).toHaveAttribute('aria-selected', 'true');
  await expect(body).toBeFocused();
  await page.keyboard.press('Control+w');
  await expect(all).toHaveCount(3);
  await expect(body).toBeFocused();
  await shown.focus();
  await page.keyboard.press('Delete');
  await expect(all).toHaveCount(2);
  await expect(strip.getByRole('tab', { selected: true })).toBeFocused();
});

test('the page of a service is as wide as the window, also when that becomes smaller', async ({ site, start }) => {
  const { page, app } = await start({ args: site.switches });
  await openTile(page, 'Outlook');
  for (const width of [1200, 800, 1000]) {
    await app.evaluate(({ BrowserWindow }, wide) => BrowserWindow.getAllWindows()[0]?.setContentSize(wide, 700), width);
    await expect.poll(() => widths(app)).toEqual([width, width]);
  }
});

test('a page that wants a real browser is opened there, once or from now on', async ({ site, start, dataDir }) => {
  const [bin, given] = [join(dataDir, 'bin'), join(dataDir, 'given')];
  mkdirSync(bin);
  writeFileSync(
    join(bin, 'microsoft-edge'),
    `#!/bin/sh\nprintf '%s\\n' "$@" > '${given}.new' && mv '${given}.new' '${given}'\n`,
  );
  chmodSync(join(bin, 'microsoft-edge'), 0o755);
  const env = { PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` };
  const { page, app, openedAddresses } = await start({ args: site.switches, env });
  await openTile(page, 'Outlook');
  const form = () => app.windows().find((one) => one.url().startsWith('https://login.microsoftonline.com/'));
  await expect.poll(() => form()?.getByRole('button').count()).toBe(1);
  await form()?.goto('https://device.login.microsoftonline.com/');
  const bar = tabs(page).wantsBrowser;

  await bar.getByRole('button', { name: 'Open in browser' }).click();
  await expect.poll(openedAddresses).toEqual(['https://device.login.microsoftonline.com/']);
  await bar.getByRole('button', { name: 'Always open in Microsoft Edge' }).click();
  await expect
    .poll(() => existsSync(given) && readFileSync(given, 'utf8'))
    .toContain('device.login.microsoftonline.com');
  await expect(bar.getByRole('button')).toHaveCount(1);
  await tabs(page).dashboard.click();
  await expect(dashboard(page).main).toContainText('Services open in Microsoft Edge');
  await expect(dashboard(page).services.getByRole('button', { name: 'Open in browser' })).toHaveCount(0);
});
