import { fillFolder } from '../bench/fill.ts';
import { expect, test } from './fixtures.ts';
import { signIn, startLink } from './journeys.ts';
import { dashboard } from './screens/dashboard.ts';
import { linkWizard } from './screens/link-wizard.ts';
import { profileMenu } from './screens/profile-menu.ts';
import { signInScreen } from './screens/sign-in.ts';

const PRIMARY = 'ada@example.com';

test('the window is named after its page', async ({ window }) => {
  await expect(window).toHaveTitle('Sign in - Switchboard');
  await signIn(window, PRIMARY);
  await expect(window).toHaveTitle('Dashboard - Switchboard');
  await profileMenu(window).go('Your info');
  await expect(window).toHaveTitle('Your info - Switchboard');
});

test('the Local mailbox leads back to the sign-in where no code is awaited', async ({ window, running }) => {
  await expect(signInScreen(window).heading).toBeVisible();
  await running.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('local-mailbox')?.click());
  await window.getByRole('button', { name: 'Back to sign in' }).click();
  await expect(signInScreen(window).heading).toBeVisible();
});

test('a dialog opened by shortcut gives the focus back to where it was', async ({ window }) => {
  await signIn(window, PRIMARY);
  const tile = window.getByRole('button', { name: 'OneDrive' }).first();
  await tile.focus();
  await window.keyboard.press('Control+k');
  await expect(window.getByRole('dialog')).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(tile).toBeFocused();
});

test('the arrow keys move among the services and what is beside them, as they stand', async ({ window }) => {
  await signIn(window, PRIMARY);
  const buttons = dashboard(window).services.getByRole('button');
  await buttons.first().focus();
  await window.keyboard.press('ArrowRight');
  await expect(buttons.nth(1)).toBeFocused();
  await expect(buttons.nth(1)).toHaveAccessibleName('Open in browser');
  await window.keyboard.press('ArrowRight');
  await expect(buttons.nth(2)).toBeFocused();
  await window.keyboard.press('Tab');
  await expect(buttons.nth(3)).toBeFocused();
});

test('a switch is read out, also one from the tray', async ({ start, dataDir }) => {
  fillFolder(dataDir, 3);
  const running = await start();
  await expect(dashboard(running.page).heading).toBeVisible();
  await running.clickTrayItem('person-2@example.test');
  await expect(running.page.locator('[aria-live]')).toHaveText('Switched to person-2@example.test.');
});

test('no long address and no long menu makes anything scroll sideways', async ({ start, dataDir }) => {
  fillFolder(dataDir, 30);
  const { page } = await start();
  await profileMenu(page).button.click();
  await expect(profileMenu(page).item('Settings')).toBeVisible();
  const tooWide = () =>
    page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter(
          (box) => box.scrollWidth > box.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(box).overflowX),
        ).length,
    );
  expect(await tooWide()).toBe(0);
  await page.keyboard.press('Escape');
  await profileMenu(page).go('Your info');
  await startLink(page, `${'many.names.'.repeat(5)}x@${'long-subdomain.'.repeat(6)}example.com`);
  await expect(linkWizard(page).dialog).toContainText('long-subdomain');
  expect(await tooWide()).toBe(0);
});
