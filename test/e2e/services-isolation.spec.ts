import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LaunchedApp } from '../support/launch.ts';
import { passTime } from './clock.ts';
import { dashboard } from './screens/dashboard.ts';
import { profileMenu } from './screens/profile-menu.ts';
import { settings } from './screens/settings.ts';
import { tabs } from './screens/tabs.ts';
import { yourInfo } from './screens/your-info.ts';
import {
  expect,
  expectOnly,
  idOf,
  invoke,
  openService,
  openSignedIn,
  servicePage,
  servicePageOf,
  servicePages,
  signInAtSite,
  signInPage,
  test,
} from './services.ts';
import { filesIn } from './traces.ts';

const everybody = Array.from({ length: 20 }, (_, n) => `person-${n}@contoso.com`);

/** Says of each page whose it is by every store; one for each of the accounts. */
async function expectEachOnce(running: LaunchedApp, accounts: readonly string[]): Promise<void> {
  const pages = servicePages(running);
  expect(pages).toHaveLength(accounts.length);
  const found = await Promise.all(
    pages.map(async (page) => {
      await expect(page.locator('html[data-ready]')).toBeAttached();
      const account = (await page.locator('html').getAttribute('data-account')) ?? '';
      await expectOnly(page, account);
      return account;
    }),
  );
  expect(found.toSorted()).toEqual(accounts.toSorted());
}

test.describe('twenty accounts', () => {
  test.use({ accounts: everybody });

  test('each is signed in to its own Outlook and sees only itself, switched about and after a restart', async ({
    startOnSite,
    site,
  }) => {
    // All twenty are signed in side by side, and after the one restart all twenty wake together: heavy where others work too.
    test.setTimeout(240_000);
    const first = await startOnSite();
    await invoke(first.page, 'preferences.change', { warmTabs: 30 });
    await test.step('all at once', async () => {
      for (const account of everybody) await openService(first.page, account);
      await Promise.all(
        everybody.map(async (account) => {
          const page = await signInPage(first, account);
          await signInAtSite(page, account);
          await expectOnly(page, account);
        }),
      );
    });
    await test.step('switched about', async () => {
      const [, second = '', third = ''] = everybody;
      for (const account of [second, third, second]) {
        await profileMenu(first.page).switchTo(account);
        await expect(tabs(first.page).shown).toHaveAccessibleName(`Outlook, Inbox - ${account} - Outlook, 3 unread`);
      }
      await (await servicePageOf(first, second)).reload();
      await expectOnly(await servicePageOf(first, second), second);
    });
    await first.close();

    const before = site.requests.length;
    const again = await startOnSite();
    await expect.poll(() => servicePages(again).length, 'only what is seen wakes at the start').toBe(1);
    for (const account of everybody)
      await invoke(again.page, 'accounts.switchTo', { accountId: await idOf(again.page, account) });
    await expect.poll(() => servicePages(again).length, { timeout: 60_000 }).toBe(everybody.length);
    await expectEachOnce(again, everybody);
    const hosts = new Set(site.requests.slice(before).map(({ host }) => host));
    expect([...hosts], 'nobody signs in again').toEqual(['outlook.office.com']);
  });
});

/** Files of the folder in which the account's email is. */
const filesWith = (folder: string, email: string) =>
  filesIn(folder)
    .filter(([, bytes]) => bytes.includes(email) || bytes.includes(Buffer.from(email, 'utf16le')))
    .map(([path]) => path);

test.describe('an account that is removed', () => {
  const [STAYS, GOES, ALSO_STAYS] = ['maria@contoso.com', 'ada@contoso.com', 'bo@contoso.com'];
  test.use({ accounts: [STAYS, GOES, ALSO_STAYS] });

  async function remove(running: LaunchedApp): Promise<void> {
    const info = yourInfo(running.page);
    await profileMenu(running.page).go('Your info');
    await info.remove(GOES).click();
    await info.confirmation.getByRole('button', { name: 'Remove' }).click();
    await expect(info.account(GOES)).toHaveCount(0);
  }

  test('closes at once, comes back signed in when undone, and is gone from the disk after the next start', async ({
    startOnSite,
    dataDir,
  }) => {
    const first = await startOnSite();
    const pageOfGoing = await openSignedIn(first, GOES);
    const id = await idOf(first.page, GOES);
    for (const account of [STAYS, ALSO_STAYS]) await openSignedIn(first, account);
    const folder = join(dataDir, 'Partitions', `account-${id}`);
    expect(existsSync(folder)).toBe(true);

    await test.step('undone', async () => {
      const gone = pageOfGoing.waitForEvent('close');
      await remove(first);
      await gone;
      await yourInfo(first.page).undo.click();
      await expect(yourInfo(first.page).account(GOES)).toBeVisible();
      await profileMenu(first.page).switchTo(GOES);
      await expect(tabs(first.page).shown).toHaveAccessibleName(/ada@contoso\.com/);
      await expect.poll(() => servicePages(first).length).toBe(3);
      await expectEachOnce(first, [STAYS, GOES, ALSO_STAYS]);
    });

    await test.step('wiped when the time to undo is over', async () => {
      expect(filesWith(folder, GOES)).not.toEqual([]);
      await remove(first);
      await expect.poll(() => servicePages(first).length).toBe(2);
      await passTime(first, 11_000);
      await expect(yourInfo(first.page).undo).toBeHidden({ timeout: 15_000 });
      // What is in use may still be there as a file, but nobody is in it.
      const session = await first.app.evaluate(
        async ({ session }, partition) => (await session.fromPartition(partition).cookies.get({})).length,
        `persist:account-${id}`,
      );
      expect(session).toBe(0);
    });
    await first.close();

    const again = await startOnSite();
    await expect.poll(() => existsSync(folder)).toBe(false);
    for (const account of [STAYS, ALSO_STAYS]) {
      await profileMenu(again.page).switchTo(account);
      await expect(tabs(again.page).shown).toHaveAccessibleName(new RegExp(account.replaceAll('.', '\\.')));
    }
    await expect.poll(() => servicePages(again).length).toBe(2);
    await expectEachOnce(again, [STAYS, ALSO_STAYS]);
    await again.close();
    // A browser's own list of visited sites is the stand-in's; Electron keeps none.
    const left = filesWith(dataDir, GOES).filter((file) => !file.startsWith('standin-chromium/'));
    expect(left).toEqual([]);
    expect(filesWith(dataDir, STAYS)).not.toEqual([]);
  });

  test('a session without an account is deleted at the start, and nothing else beside it', async ({
    startOnSite,
    dataDir,
  }) => {
    const stray = join(dataDir, 'Partitions', 'account-0b5c0000-0000-4000-8000-000000000000');
    const other = join(dataDir, 'Partitions', 'something-else');
    for (const folder of [stray, other]) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'Cookies'), 'left behind');
    }
    const { page } = await startOnSite();
    await expect(dashboard(page).heading).toBeVisible();
    await expect.poll(() => existsSync(stray)).toBe(false);
    expect(existsSync(other)).toBe(true);
  });
});

test.describe('what one account answered', () => {
  const [ASKED, OTHER] = ['maria@contoso.com', 'ada@contoso.com'];
  test.use({ accounts: [ASKED, OTHER] });

  test('a permission of one account is none of another, and is remembered and forgotten for each', async ({
    startOnSite,
  }) => {
    const first = await startOnSite();
    const services = tabs(first.page);
    const other = await openSignedIn(first, OTHER);
    const asked = await openSignedIn(first, ASKED);
    await asked.locator('#location').click();
    await expect(services.ask).toContainText('outlook.office.com wants to use your location.');
    await services.allow.click();
    await expect(services.ask).toBeHidden();
    await expect(asked.locator('#location-result')).not.toHaveText('');

    await profileMenu(first.page).switchTo(OTHER);
    await other.locator('#location').click();
    await expect(services.ask).toContainText('location');
    await services.refuse.click();
    await expect(other.locator('#location-result')).toHaveText('NotAllowedError');
    await other.locator('#location').click();
    await expect(services.ask).toBeHidden();
    await first.close();

    const again = await startOnSite();
    const { page } = again;
    await page.keyboard.press('Control+,');
    await settings(page).services.click();
    const answers = page.getByRole('list', { name: 'Answers' });
    await expect(answers.getByRole('listitem')).toHaveText([/outlook\.office\.com may not use your location/]);
    await page.getByLabel('Account').selectOption({ label: ASKED });
    await expect(answers.getByRole('listitem')).toHaveText([/outlook\.office\.com may use your location/]);
    await answers.getByRole('button', { name: /^Forget/ }).click();
    await expect(answers).toBeHidden();

    await profileMenu(page).switchTo(ASKED);
    const back = await servicePage(again, /outlook\.office\.com/);
    await back.locator('#location').click();
    await expect(tabs(page).ask).toContainText('location');
  });
});
