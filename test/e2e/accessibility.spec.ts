import { descriptions } from '../../renderer/pages/settings/verification/words.ts';
import { axe as expectAccessible, THEMES } from './axe.ts';
import { link, signIn, startLink } from './journeys.ts';
import { expect, openedAddress, signInAtProvider, test } from './provider.ts';
import { dashboard } from './screens/dashboard.ts';
import { linkSettings } from './screens/link-settings.ts';
import { linkWizard } from './screens/link-wizard.ts';
import { profileMenu } from './screens/profile-menu.ts';
import { proveAgainDialog } from './screens/prove-again.ts';
import { proving } from './screens/proving.ts';
import { settings } from './screens/settings.ts';
import { signInScreen } from './screens/sign-in.ts';
import { yourInfo } from './screens/your-info.ts';

// Every element of every page is looked at.
test.describe.configure({ timeout: 120_000 });

for (const theme of THEMES) {
  test(`axe finds no violation on any page or dialog, ${theme}`, async ({ running, window: page }) => {
    await running.app.evaluate(({ nativeTheme }, source) => (nativeTheme.themeSource = source), theme);
    const screen = signInScreen(page);
    await expect(screen.heading).toBeVisible();
    await expectAccessible(page, 'sign in', theme);
    await screen.identifier.fill('nonsense');
    await screen.next.click();
    await expect(screen.error).toBeVisible();
    await expectAccessible(page, 'sign in, refused', theme);
    await signIn(page, 'ada@example.com');
    await expectAccessible(page, 'dashboard', theme);

    await link(page, '+44 20 7946 0958');
    await expectAccessible(page, 'your info', theme);
    await startLink(page, 'grace@contoso.com');
    await expectAccessible(page, 'dialog, code awaited', theme);
    await page.keyboard.press('Escape');
    await profileMenu(page).go('Local mailbox');
    await expectAccessible(page, 'local mailbox', theme);
    await profileMenu(page).go('Activity');
    await expectAccessible(page, 'activity', theme);
    await profileMenu(page).go('Settings');
    await expectAccessible(page, 'settings', theme);
    await settings(page).services.click();
    await expectAccessible(page, 'settings, services', theme);
    await settings(page).openNotifications();
    await page.getByRole('switch', { name: 'Quiet hours', exact: true }).click();
    await expectAccessible(page, 'notification settings', theme);

    await profileMenu(page).go('Your info');
    const info = yourInfo(page);
    await info.remove('+44 20 7946 0958').click();
    await expect(info.confirmation).toBeVisible();
    await expectAccessible(page, 'removal of a linked account', theme);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Groups, import and export' }).click();
    await page.getByRole('menuitem', { name: 'Groups...' }).click();
    await expect(page.getByRole('textbox', { name: 'Name of the group' })).toBeVisible();
    await expectAccessible(page, 'groups', theme);
    await page.keyboard.press('Escape');
    await info.remove('ada@example.com').click();
    await expectAccessible(page, 'removal of the primary account', theme);
    await page.keyboard.press('Escape');

    await info.add.click();
    await linkWizard(page).different.click();
    await expectAccessible(page, 'dialog, first step', theme);
    await page.keyboard.press('Escape');
    await profileMenu(page).button.click();
    await expect(profileMenu(page).item('Your info')).toBeVisible();
    await expectAccessible(page, 'profile menu', theme);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog', { name: 'Switch account' })).toBeVisible();
    await expectAccessible(page, 'switcher', theme);
    await page.keyboard.press('Escape');
    await profileMenu(page).switchTo('+44 20 7946 0958');
    await expect(dashboard(page).main).toContainText('+44 20 7946 0958');
    await expectAccessible(page, 'dashboard of a linked account', theme);
  });

  test(`axe finds no violation on any page of the verification settings, ${theme}`, async ({
    running,
    window: page,
  }) => {
    await running.app.evaluate(({ nativeTheme }, source) => (nativeTheme.themeSource = source), theme);
    const screen = settings(page);
    await screen.openVerification();
    await expectAccessible(page, 'every way', theme);
    // In the other theme only the colours differ, and one form has all that there are.
    const titles = Object.values(descriptions).map(({ title }) => title);
    for (const title of theme === 'light' ? titles : ['SMTP server']) {
      await screen.open(title);
      await screen.save.click();
      await expect(screen.error).toBeVisible();
      await expectAccessible(page, `${title}, refused`, theme);
      await page.keyboard.press('Escape');
    }
    await screen.secrets.getByRole('button', { name: 'Keep them under a passphrase' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page, 'passphrase', theme);
  });

  test(`axe finds no violation where links and browsers are chosen, ${theme}`, async ({ running, window: page }) => {
    await running.app.evaluate(({ nativeTheme }, source) => (nativeTheme.themeSource = source), theme);
    await signIn(page, 'ada@example.com');
    await profileMenu(page).go('Your info');
    await page.getByRole('button', { name: 'Services open in Switchboard' }).click();
    await expect(page.getByRole('menuitemradio', { name: 'Microsoft Edge' })).toBeVisible();
    await expectAccessible(page, 'where services open', theme);
    await page.keyboard.press('Escape');
    const screen = linkSettings(page);
    await screen.open();
    await screen.addRule('*.sharepoint.com', 'ada@example.com');
    await screen.addRule('dev.azure.com/contoso/*', 'ada@example.com');
    await screen.tryAddress('https://contoso.sharepoint.com/');
    await expect(screen.outcome).toContainText('opens in ada@example.com');
    await expectAccessible(page, 'links', theme);
    await screen.openIt.click();
    await expect(screen.question).toContainText('Always open contoso.sharepoint.com');
    await expectAccessible(page, 'open link', theme);
    await page.keyboard.press('Escape');
    await screen.add.click();
    await screen.save.click();
    await expect(screen.dialog).toContainText('Enter the name of a site');
    await expectAccessible(page, 'a rule, refused', theme);
    await page.keyboard.press('Escape');
    await screen.export.click();
    await expectAccessible(page, 'export', theme);
  });

  test(`axe finds no violation where a way is chosen and the browser is awaited, ${theme}`, async ({
    withProvider: running,
    person,
  }) => {
    const { page } = running;
    await running.app.evaluate(({ nativeTheme }, source) => (nativeTheme.themeSource = source), theme);
    const step = proving(page);
    await signInScreen(page).identifier.fill('ada@example.com');
    await signInScreen(page).next.click();
    await expect(step.ways).toHaveCount(3);
    await expectAccessible(page, 'ways', theme);
    await step.go.click();
    await expect(step.waiting).toBeVisible();
    await expectAccessible(page, 'browser awaited', theme);
    await signInAtProvider(person, await openedAddress(running, 1), 'mallory@example.com');
    await expect(step.refusal).toBeVisible();
    await expectAccessible(page, 'somebody else signed in', theme);
    await step.tryAgain.click();
    await signInAtProvider(person, await openedAddress(running, 2), 'ada@example.com');
    await profileMenu(page).go('Your info');
    await expectAccessible(page, 'your info, signed in', theme);
    await yourInfo(page).primary.getByRole('button', { name: 'Prove again' }).click();
    const again = proveAgainDialog(page, 'ada@example.com');
    await expect(proving(again.dialog).ways.first()).toBeVisible();
    await expectAccessible(page, 'prove again', theme);
  });
}
