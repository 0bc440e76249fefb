import type { LaunchedApp } from '../support/launch.ts';
import { tabs } from './screens/tabs.ts';
import { expect, expectOnly, openSignedIn, servicePages, signInAtSite, test } from './services.ts';

const ME = 'maria@contoso.com';
const OTHER = 'ada@contoso.com';
test.use({ accounts: [ME, OTHER] });

/** The pages of sign-in hosts; here only a popup has one. */
const popups = (running: LaunchedApp) => servicePages(running).filter((one) => one.url().startsWith('https://login.'));

const titles = ({ app }: LaunchedApp) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.getTitle()));

test('a sign-in pops up in the account’s own session, answers its opener, and closes; another window goes outside', async ({
  startOnSite,
}) => {
  const running = await startOnSite();
  const { page, app } = running;
  const other = await openSignedIn(running, OTHER);
  const mine = await openSignedIn(running, ME);
  await mine.getByRole('link', { name: 'Sign out' }).click();
  await expect(mine.locator('h1')).toHaveText('You signed out of your account');
  await mine.goto('https://outlook.office.com/welcome');
  await expect(mine.locator('#from-cookie')).toHaveText('nobody');

  await test.step('a sign-in', async () => {
    await mine.locator('#sign-in-popup').click();
    await expect.poll(() => popups(running).length).toBe(1);
    const [popup] = popups(running);
    if (!popup) throw new Error('No popup');
    await expect.poll(() => titles(running), 'its window says where it is').toContain('login.microsoftonline.com');
    await expect(popup.getByLabel('Email')).toHaveValue('');
    await popup.getByLabel('Email').fill(ME);
    await signInAtSite(popup, ME, mine);
    await expectOnly(mine, ME);
    await expect.poll(() => popups(running).length).toBe(0);
    await expectOnly(other, OTHER);
  });

  await test.step('what is none', async () => {
    await mine.getByRole('textbox', { name: 'features' }).fill('width=300,height=300');
    await mine.locator('#open').click();
    await expect.poll(() => running.openedAddresses()).toEqual(['https://other.example/']);
    await mine.getByRole('link', { name: 'Another service in a new window' }).click();
    await expect(tabs(page).shown).toHaveAccessibleName(/Teams/);
    expect(await running.openedAddresses()).toHaveLength(1);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });
});
