import { expect, test } from './fixtures.ts';
import { link, signIn } from './journeys.ts';
import { dashboard } from './screens/dashboard.ts';
import { linkWizard } from './screens/link-wizard.ts';
import { profileMenu } from './screens/profile-menu.ts';
import { yourInfo } from './screens/your-info.ts';

const PRIMARY = 'ada@example.com';
const OTHER = 'grace@contoso.com';

test('Ctrl+1, Ctrl+2 and Ctrl+K work on every page, in every dialog and menu', async ({ window }) => {
  const switcher = window.getByRole('dialog', { name: 'Switch account' });
  await signIn(window, PRIMARY);
  await link(window, OTHER);
  const menu = profileMenu(window);
  const places: [string, () => Promise<void>][] = [
    ['the dashboard', async () => {}],
    ['Your info', () => menu.go('Your info')],
    ['the local mailbox', () => menu.go('Local mailbox')],
    ['the settings', () => menu.go('Settings')],
    [
      'a field of the settings',
      async () => {
        await menu.go('Settings');
        await window.getByRole('combobox', { name: 'Region for phone numbers' }).focus();
      },
    ],
    ['the profile menu', () => menu.button.click()],
    ['the switcher', () => window.keyboard.press('Control+k')],
    [
      'the dialog that adds an account, while one types',
      async () => {
        await menu.go('Your info');
        await yourInfo(window).add.click();
        await linkWizard(window).identifier.fill('half');
      },
    ],
    [
      'the question before removing',
      async () => {
        await menu.go('Your info');
        await yourInfo(window).remove(OTHER).click();
        await expect(yourInfo(window).confirmation).toBeVisible();
      },
    ],
  ];
  for (const [place, go] of places) {
    await test.step(place, async () => {
      await go();
      await window.keyboard.press('Control+2');
      await expect(dashboard(window).main).toContainText(OTHER);
      await expect(window.getByRole('dialog')).toHaveCount(0);
      await go();
      await window.keyboard.press('Control+k');
      await expect(switcher).toBeVisible();
      await window.keyboard.press('Control+1');
      await expect(switcher).toBeHidden();
      await expect(dashboard(window).main).toContainText(PRIMARY);
    });
  }
});
