import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type BrowserContext, chromium } from 'playwright-core';
import { type TestAuthority, testAuthority } from '../support/certificates.ts';
import { findChromium } from '../support/electron/browser/chromium.ts';
import type { LaunchedApp } from '../support/launch.ts';
import { CLIENT_ID, type OpenIdProvider, startOpenIdProvider } from '../support/openid-provider.ts';
import { expect, test as base } from './fixtures.ts';
import { saveWay } from './set-up.ts';

interface ProviderFixtures {
  /** A provider on this computer, and the environment in which Switchboard trusts its certificate. */
  provider: OpenIdProvider & { env: Record<string, string> };
  /** Switchboard, started once, with the provider set up as `Contoso ID`. */
  withProvider: LaunchedApp;
  /** The person's own browser, which knows nothing of Switchboard. */
  person: BrowserContext;
}

export const test = base.extend<ProviderFixtures>({
  provider: async ({ dataDir }, use) => {
    const authority = await testAuthority();
    const provider = await startOpenIdProvider(await authority.issue());
    await use(Object.assign(provider, { env: trusting(dataDir, authority) }));
    await provider.close();
  },
  withProvider: async ({ start, provider }, use) => {
    const running = await start({ env: provider.env });
    await setUpProvider(running.page, provider);
    await use(running);
  },
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
  person: async ({}, use) => {
    const executablePath = findChromium();
    const browser = await chromium.launch({ ...(executablePath && { executablePath }), chromiumSandbox: false });
    await use(await browser.newContext({ ignoreHTTPSErrors: true }));
    await browser.close();
  },
});

export { expect } from './fixtures.ts';

/** The environment in which Switchboard trusts an authority. */
export function trusting(dataDir: string, { caPem }: TestAuthority): Record<string, string> {
  const file = join(dataDir, 'test-authority.pem');
  writeFileSync(file, caPem);
  return { NODE_EXTRA_CA_CERTS: file };
}

/** Sets the provider up as `Contoso ID`, as the settings do. */
export function setUpProvider(page: Page, { origin }: OpenIdProvider): Promise<void> {
  return saveWay(page, { name: 'openid', label: 'Contoso ID', issuer: origin, clientId: CLIENT_ID, mailScope: 'mail' });
}

/** The address that Switchboard opened in the system browser last, once it has opened `count` of them. */
export async function openedAddress({ openedAddresses }: LaunchedApp, count: number): Promise<string> {
  await expect.poll(async () => (await openedAddresses()).length).toBe(count);
  return (await openedAddresses()).at(-1) ?? '';
}

/** Signs in on the pages of the provider, and allows what they ask for; answers the page that Switchboard shows at the end. */
export async function signInAtProvider(person: BrowserContext, address: string, login: string): Promise<Page> {
  const page = await person.newPage();
  await page.goto(address);
  await page.getByPlaceholder('Enter any login').fill(login);
  await page.getByPlaceholder('and password').fill('canary password');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(/^http:\/\/127\.0\.0\.1/);
  return page;
}
