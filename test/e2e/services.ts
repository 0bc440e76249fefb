import type { Page } from '@playwright/test';
import * as z from 'zod';
import type { LaunchedApp, LaunchOptions } from '../support/launch.ts';
import { startSite, type Site } from '../support/site/site.ts';
import { expect, test as base } from './fixtures.ts';
import { profileMenu } from './screens/profile-menu.ts';

interface SiteFixtures {
  /** Starts Switchboard so that the addresses of services lead to the site. */
  startOnSite: (options?: Omit<LaunchOptions, 'dataDir'>) => Promise<LaunchedApp>;
}

/** Services on the site of the tests instead of Microsoft's. */
export const test = base.extend<SiteFixtures, { site: Site }>({
  site: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      const site = await startSite();
      await use(site);
      await site.stop();
    },
    { scope: 'worker' },
  ],
  startOnSite: ({ site, start }, use) =>
    use(async ({ args = [], ...rest } = {}) => {
      const running = await start({ ...rest, args: [...site.switches, ...args] });
      await expect(profileMenu(running.page).button).toBeVisible();
      return running;
    }),
});

export { expect } from './fixtures.ts';

/** Calls a command as our own page does, where a test is not about what is clicked; answers its value. */
export async function invoke(page: Page, command: string, input: object): Promise<unknown> {
  const answer = await page.evaluate(([name, given]) => Reflect.get(globalThis, 'switchboard').invoke(name, given), [
    command,
    input,
  ] as const);
  expect(answer, `${command}: ${JSON.stringify(answer)}`).toMatchObject({ ok: true });
  return z.object({ value: z.unknown() }).parse(answer).value;
}

const Snapshot = z.object({
  accounts: z.object({ accounts: z.array(z.object({ id: z.string(), identifier: z.object({ value: z.string() }) })) }),
});

/** The id of an account, by its email. */
export async function idOf(page: Page, email: string): Promise<string> {
  const { accounts } = Snapshot.parse(await invoke(page, 'app.snapshot', { topics: ['accounts'] })).accounts;
  const found = accounts.find(({ identifier }) => identifier.value === email);
  if (!found) throw new Error(`No account ${email}`);
  return found.id;
}

/** Opens a service of an account, which becomes active. */
export async function openService(page: Page, email: string, serviceId = 'outlook'): Promise<void> {
  await invoke(page, 'services.open', { accountId: await idOf(page, email), serviceId, owner: 'work' });
}

/** The pages of services and of whatever they led to, without our own. */
export function servicePages({ app, page }: LaunchedApp): Page[] {
  return app
    .windows()
    .filter((one) => one !== page && one.url().startsWith('https:') && !one.url().includes('.app.standin'));
}

/** The one page of a service whose address fits; waits for it. */
export async function servicePage(running: LaunchedApp, address: RegExp): Promise<Page> {
  const there = () => servicePages(running).filter((page) => address.test(page.url()));
  await expect.poll(() => there().length, { message: `pages at ${address}`, timeout: 30_000 }).toBe(1);
  const [page] = there();
  if (!page) throw new Error(`No page at ${address}`);
  return page;
}

const accountOf = (page: Page) => page.locator('html').getAttribute('data-account', { timeout: 1000 });

/** The page of the account that the server sees signed in there; waits for it. */
export async function servicePageOf(running: LaunchedApp, email: string): Promise<Page> {
  const there = async () => {
    for (const page of servicePages(running)) if ((await accountOf(page).catch(() => null)) === email) return page;
    return undefined;
  };
  await expect.poll(async () => (await there())?.url(), { message: `the page of ${email}` }).toBeTruthy();
  const page = await there();
  if (!page) throw new Error(`No page of ${email}`);
  return page;
}

/** The form of the site's sign-in with this account filled in. */
export function signInPage(running: LaunchedApp, email: string): Promise<Page> {
  return servicePage(running, new RegExp(`login_hint=${encodeURIComponent(email).replaceAll('.', '\\.')}`));
}

/** Sends the form of the site's sign-in off, and waits until `shown` is there: the service's page, where it is not a popup. */
export async function signInAtSite(page: Page, email: string, shown = page): Promise<void> {
  await expect(page.getByLabel('Email')).toHaveValue(email);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(shown.locator('html[data-ready]')).toBeAttached({ timeout: 60_000 });
}

/** Opens a service of an account that is not signed in there yet, and signs in. */
export async function openSignedIn(running: LaunchedApp, email: string, serviceId = 'outlook'): Promise<Page> {
  await openService(running.page, email, serviceId);
  const page = await signInPage(running, email);
  await signInAtSite(page, email);
  return page;
}

const STORES = ['server', 'cookie', 'local-storage', 'indexed-db', 'cache-storage', 'http-cache', 'worker'];

/** Every store of the page says that this account is signed in, and none that another is. */
export async function expectOnly(page: Page, email: string): Promise<void> {
  for (const store of STORES)
    await expect(page.locator(`#from-${store}`), `${store} of ${email}`).toHaveText(`signed in as ${email}`);
}
