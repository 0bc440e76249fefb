import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { LaunchedApp } from '../support/launch.ts';
import { startSite, type Site } from '../support/site/site.ts';
import { expect, test as base } from './fixtures.ts';
import { link, signIn } from './journeys.ts';
import { profileMenu } from './screens/profile-menu.ts';
import { yourInfo } from './screens/your-info.ts';

const PRIMARY = 'maria@example.com';
const OTHER = 'grace@contoso.com';

const test = base.extend<{ site: Site }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
  site: async ({}, use) => {
    const site = await startSite();
    await use(site);
    await site.stop();
  },
});

test.describe.configure({ timeout: 120_000 });

/** The newest page at an address beside the window's own, once it is there. */
async function pageAt({ app }: LaunchedApp, address: RegExp): Promise<Page> {
  const there = () => app.windows().findLast((page) => address.test(page.url()));
  await expect.poll(() => there()?.url() ?? '', { timeout: 20_000 }).toMatch(address);
  const page = there();
  if (!page) throw new Error(`The page at ${address} is gone`);
  return page;
}

/** Opens Outlook at its work address for the active account, and signs in there. */
async function signInToOutlook(launched: LaunchedApp): Promise<Page> {
  const work = launched.page.getByRole('list', { name: 'Work or school account' });
  await work.getByRole('button', { name: 'Outlook', exact: true }).click();
  const form = await pageAt(launched, /login\.microsoftonline\.com/);
  await form.getByRole('button').first().click();
  await form.waitForURL(/outlook\.office\.com\/mail/);
  return form;
}

test('each account is signed in to its own session, across switches and a restart', async ({ site, start }) => {
  const args = site.switches;
  const first = await start({ args });
  await signIn(first.page, PRIMARY);
  await link(first.page, OTHER);
  await profileMenu(first.page).switchTo(PRIMARY);
  const mine = await signInToOutlook(first);
  await expect(mine.locator('#from-cookie')).toContainText(PRIMARY);
  await profileMenu(first.page).switchTo(OTHER);
  const others = await signInToOutlook(first);
  await expect(others.locator('#from-cookie')).toContainText(OTHER);
  await mine.reload();
  for (const where of ['cookie', 'local-storage', 'indexed-db', 'cache-storage', 'worker'])
    await expect(mine.locator(`#from-${where}`)).toContainText(PRIMARY);
  await first.close();

  const second = await start({ args });
  await expect((await pageAt(second, /outlook/)).locator('#from-cookie')).toContainText(OTHER);
  await profileMenu(second.page).switchTo(PRIMARY);
  await expect.poll(() => second.app.windows().filter((page) => page.url().includes('outlook')).length).toBe(2);
  await expect((await pageAt(second, /outlook/)).locator('#from-cookie')).toContainText(PRIMARY);
});

test('no page finds anything of the app, and what it is told says nothing of us', async ({ site, start }) => {
  const launched = await start({ args: site.switches });
  await signIn(launched.page, PRIMARY);
  const page = await signInToOutlook(launched);
  expect(await page.evaluate(() => Reflect.get(globalThis, 'switchboard') === undefined)).toBe(true);
  expect(site.requests.length).toBeGreaterThan(0);
  const telling = site.requests.filter(({ headers }) => /electron|switchboard/i.test(headers['user-agent'] ?? ''));
  expect(telling.map(({ host, path }) => `${host}${path}`)).toEqual([]);
});

test('the session of a removed account is gone from the disk at the next start', async ({ site, start, dataDir }) => {
  const args = site.switches;
  const folders = () => readdirSync(join(dataDir, 'Partitions')).filter((name) => name.startsWith('account-'));
  const first = await start({ args });
  await signIn(first.page, PRIMARY);
  await link(first.page, OTHER);
  await profileMenu(first.page).switchTo(OTHER);
  await signInToOutlook(first);
  expect(folders()).toHaveLength(1);
  await profileMenu(first.page).go('Your info');
  const info = yourInfo(first.page);
  await info.remove(OTHER).click();
  await info.confirmation.getByRole('button', { name: 'Remove', exact: true }).click();
  await first.close();
  await start({ args });
  await expect.poll(folders).toEqual([]);
});
