import type { Page } from '@playwright/test';
import { startSite, type Site } from '../support/site/site.ts';
import type { LaunchedApp } from '../support/launch.ts';
import { expect, test as base } from './fixtures.ts';
import { signIn } from './journeys.ts';

const test = base.extend<{ site: Site }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
  site: async ({}, use) => {
    const site = await startSite();
    await use(site);
    await site.stop();
  },
});

/** The page of a service, once it is open: a page of its own beside the window's. */
async function servicePage({ app }: LaunchedApp, address: RegExp): Promise<Page> {
  const there = () => app.windows().find((page) => address.test(page.url()));
  await expect.poll(() => there()?.url(), { timeout: 15_000 }).toBeTruthy();
  const page = there();
  if (!page) throw new Error(`No page at ${address}`);
  return page;
}

test('a service opens in its account’s session, and an account stays signed in across a restart', async ({
  site,
  start,
}) => {
  const args = site.switches;
  const first = await start({ args });
  await signIn(first.page, 'maria@example.com');
  const work = first.page.getByRole('list', { name: /work/i });
  await work.getByRole('button', { name: 'Outlook', exact: true }).click();
  const page = await servicePage(first, /login\.microsoftonline\.com/);
  await expect(page.locator('input').first()).toHaveValue('maria@example.com');
  await page.getByRole('button').first().click();
  const signedIn = await servicePage(first, /outlook\.office\.com\/mail/);
  await expect(signedIn.locator('#from-cookie')).toContainText('maria@example.com');
  await first.close();

  const second = await start({ args });
  const back = await servicePage(second, /outlook\.office\.com\/mail/);
  await expect(back.locator('#from-cookie')).toContainText('maria@example.com');
});
