import { type Browser, chromium, type LaunchOptions, type Page } from 'playwright-core';
import { findChromium } from '../support/electron/browser/chromium.ts';
import { startSite, type Site } from '../support/site/site.ts';
import { expect, test as base } from './fixtures.ts';

const OUTLOOK = 'https://outlook.office.com/mail/';
const MARIA = 'maria@example.com';

interface SiteFixtures {
  /** A page of a browser that knows nothing yet. */
  fresh: Page;
}

interface WorkerFixtures {
  site: Site;
  /** What every browser here is started with: the switches of the site, and a camera that is none. */
  launch: LaunchOptions;
  chromium: Browser;
}

/** The site as Chromium sees it, without Switchboard. */
const test = base.extend<SiteFixtures, WorkerFixtures>({
  site: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      const site = await startSite();
      await use(site);
      await site.stop();
    },
    { scope: 'worker' },
  ],
  launch: [
    async ({ site }, use) => {
      const executablePath = findChromium();
      const args = [...site.switches, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
      await use({ ...(executablePath && { executablePath }), chromiumSandbox: false, args });
    },
    { scope: 'worker' },
  ],
  chromium: [
    async ({ launch }, use) => {
      const browser = await chromium.launch(launch);
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  fresh: async ({ chromium }, use) => {
    const context = await chromium.newContext();
    await use(await context.newPage());
    await context.close();
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
  launch,
  dataDir,
}) => {
  const first = await chromium.launchPersistentContext(dataDir, launch);
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

  const second = await chromium.launchPersistentContext(dataDir, launch);
  const again = await second.newPage();
  await again.goto(OUTLOOK);
  await expectStores(again, `signed in as ${MARIA}`);
  await again.goto('https://teams.microsoft.com/');
  await expectStores(again, `signed in as ${MARIA}`);
  await second.close();
});

test('somebody signs in in a popup, is told of unread messages, and signs out of everything', async ({
  fresh: page,
}) => {
  await page.goto('https://outlook.office.com/welcome');
  const popup = page.waitForEvent('popup');
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

test('what cannot be reached fails as it would out there', async ({ site, fresh }) => {
  const context = fresh.context();
  await fresh.goto('https://client-certificate.example/');
  await fresh.goto('https://attacker.example/chain?left=14&to=https://other.example/');
  await expect(fresh).toHaveTitle('other.example');
  const errors = {
    'https://badcert.example/': 'ERR_CERT_AUTHORITY_INVALID',
    'https://refused.example/': 'ERR_CONNECTION_REFUSED',
    'https://nowhere.example/': 'ERR_NAME_NOT_RESOLVED',
    'https://attacker.example/loop': 'ERR_TOO_MANY_REDIRECTS',
    'https://attacker.example/basic': 'ERR_INVALID_AUTH_CREDENTIALS',
    'https://attacker.example/ntlm': 'ERR_INVALID_AUTH_CREDENTIALS',
  };
  for (const [address, error] of Object.entries(errors)) {
    // A page of its own, because the error is drawn after it is told.
    const page = await context.newPage();
    await expect(page.goto(address), address).rejects.toThrow(error);
    await page.close();
  }
  expect(site.requests.filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);
});

test('pages do on request what hostile pages do', async ({ fresh: page }) => {
  const pages = () => page.context().pages();
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
  await expect.poll(() => pages().length).toBe(7);
  for (const popup of pages().slice(1)) await expect(popup.locator('#opener')).toHaveText('another origin');

  const download = page.waitForEvent('download');
  await page.getByText('A file that climbs out').click();
  expect((await download).suggestedFilename()).toBe('_.._climbed_out.bin');
});

test('pages leave by every way there is', async ({ fresh: page }) => {
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

test('pages ask for what only the person can give, and say what they got', async ({ fresh: page }) => {
  const expectAnswers = async (answers: Record<string, string>) => {
    for (const [name, answer] of Object.entries(answers)) {
      await page.click(`#${name}`);
      await expect(page.locator(`#${name}-result`), name).toHaveText(answer);
    }
  };
  await page.goto('https://outlook.office.com/welcome');
  await expectAnswers({ location: 'NotAllowedError', notifications: 'denied', 'clipboard-read': 'NotAllowedError' });
  await page.context().grantPermissions(['geolocation', 'notifications', 'clipboard-read', 'local-fonts']);
  await page.context().setGeolocation({ latitude: 48, longitude: 11 });
  await expectAnswers({ location: 'granted', notifications: 'granted', 'clipboard-read': 'granted', notify: 'show' });
  await expectAnswers({
    camera: 'granted',
    microphone: 'granted',
    'local-fonts': 'granted',
    'pointer-lock': 'granted',
  });
});
