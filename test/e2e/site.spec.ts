import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../support/electron/browser/chromium.ts';
import { startSite, type Site } from '../support/site/site.ts';
import { expect, test as base } from './fixtures.ts';

const OUTLOOK = 'https://outlook.office.com/mail/';
const MARIA = 'maria@example.com';

interface SiteFixtures {
  site: Site;
  /** Starts a browser on a profile, by the site's switches alone. */
  browse: (profile: string) => Promise<BrowserContext>;
}

/** The site as Chromium sees it, without Switchboard. */
const test = base.extend<SiteFixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
  site: async ({}, use) => {
    const site = await startSite();
    await use(site);
    await site.stop();
  },
  browse: async ({ site, dataDir }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (profile) => {
      const executablePath = findChromium();
      const context = await chromium.launchPersistentContext(`${dataDir}/${profile}`, {
        ...(executablePath && { executablePath }),
        chromiumSandbox: false,
        args: site.switches,
      });
      opened.push(context);
      return context;
    });
    for (const context of opened) await context.close();
  },
});

async function signIn(page: Page, account: string): Promise<void> {
  await page.getByLabel('Email').fill(account);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

const STORES = ['server', 'cookie', 'local-storage', 'indexed-db', 'cache-storage', 'http-cache', 'worker'];

/** Who each of the stores says is signed in. */
async function expectStores(page: Page, said: string): Promise<void> {
  for (const store of STORES) await expect(page.locator(`#from-${store}`), store).toHaveText(said);
}

test('somebody signs in over three hosts, every store keeps them, and another start of the browser knows them', async ({
  site,
  browse,
}) => {
  const first = await browse('maria');
  const page = await first.newPage();
  await page.goto('https://outlook.office.com/welcome');
  await expectStores(page, 'nobody');
  const before = site.requests.length;
  await page.goto(`${OUTLOOK}?login_hint=${MARIA}`);
  expect(site.requests.slice(before, before + 4).map(({ host }) => host)).toEqual([
    'outlook.office.com',
    'login.microsoftonline.com',
    'login.live.com',
    'login.microsoftonline.com',
  ]);
  await expect(page.getByLabel('Email')).toHaveValue(MARIA);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expectStores(page, `signed in as ${MARIA}`);
  expect(page.url()).toBe(OUTLOOK);
  await expect(page).toHaveTitle(`(3) Inbox - ${MARIA} - Outlook`);
  await first.close();

  const second = await browse('maria');
  const again = await second.newPage();
  await again.goto(OUTLOOK);
  await expectStores(again, `signed in as ${MARIA}`);
  await again.goto('https://teams.microsoft.com/');
  await expectStores(again, `signed in as ${MARIA}`);
});

test('somebody signs in in a popup, is told of unread messages, and signs out of everything', async ({ browse }) => {
  const context = await browse('maria');
  const page = await context.newPage();
  await page.goto('https://outlook.office.com/welcome');
  const popup = context.waitForEvent('page');
  await page.click('#sign-in-popup');
  await signIn(await popup, MARIA);
  await expectStores(page, `signed in as ${MARIA}`);

  await page.goto(`${OUTLOOK}?count=12&do=unread`);
  await expect(page).toHaveTitle(`(12) Inbox - ${MARIA} - Outlook`);
  await page.getByText('Sign out').click();
  await expect(page.locator('h1')).toHaveText('You signed out of your account');
  await page.goto('https://outlook.office.com/welcome');
  await expectStores(page, 'nobody');
});

test('what cannot be reached fails as it would out there', async ({ site, browse }) => {
  const page = await (await browse('maria')).newPage();
  const errors = {
    'https://badcert.example/': 'ERR_CERT_AUTHORITY_INVALID',
    'https://refused.example/': 'ERR_CONNECTION_REFUSED',
    'https://nowhere.example/': 'ERR_NAME_NOT_RESOLVED',
    'https://attacker.example/loop': 'ERR_TOO_MANY_REDIRECTS',
    'https://attacker.example/basic': 'ERR_INVALID_AUTH_CREDENTIALS',
    'https://attacker.example/ntlm': 'ERR_INVALID_AUTH_CREDENTIALS',
  };
  for (const [address, error] of Object.entries(errors))
    await expect(page.goto(address), address).rejects.toThrow(error);
  expect(site.requests.filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);
  await page.goto('https://attacker.example/chain?left=14&to=https://other.example/');
  await expect(page).toHaveTitle('other.example');
});

test('pages do on request what hostile pages do', async ({ browse }) => {
  const context = await browse('maria');
  const page = await context.newPage();
  const results = {
    'fast-titles': '100 titles',
    'long-title': 'done',
    sound: 'running',
    hang: 'done',
    location: 'NotAllowedError',
    globals: '{"suspects":[],"added":[]}',
    'move-opener': 'none',
    open: 'opened',
    storm: '5 opened',
  };
  await page.goto('https://attacker.example/?count=5&seconds=0.1');
  for (const [name, result] of Object.entries(results)) {
    await page.click(`#${name}`);
    await expect(page.locator(`#${name}-result`), name).toHaveText(result);
  }
  await expect.poll(() => context.pages().length).toBe(8);
  for (const popup of context.pages().slice(2)) await expect(popup.locator('#opener')).toHaveText('another origin');

  const download = page.waitForEvent('download');
  await page.getByText('A file that climbs out').click();
  expect((await download).suggestedFilename()).toBe('out.bin');
});

test('pages leave by every way there is', async ({ browse }) => {
  const page = await (await browse('maria')).newPage();
  for (const by of ['link', 'form', 'location', 'assign', 'replace', 'refresh', 'redirect']) {
    await page.goto('https://attacker.example/');
    await page.getByLabel('by').fill(by);
    await page.click('#leave');
    await page.waitForURL(/^https:\/\/other\.example\//);
  }
  await page.goto('https://attacker.example/?do=leave&by=iframe-redirect');
  await expect(page.frameLocator('iframe').locator('h1')).toHaveText('other.example');
  await page.click('#leave-to-blob');
  await expect(page).toHaveTitle('Made here');
});
