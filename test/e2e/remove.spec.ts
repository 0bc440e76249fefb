import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { dashboard } from './screens/dashboard.ts';
import { notices } from './screens/notices.ts';
import { profileMenu } from './screens/profile-menu.ts';
import { signInScreen } from './screens/sign-in.ts';
import { yourInfo } from './screens/your-info.ts';

const PRIMARY = 'ada@example.com';
const OTHER = 'grace@contoso.com';

const ANOTHER = 'hans@example.com';

test.use({ accounts: [PRIMARY, OTHER] });

test.beforeEach(({ window }) => profileMenu(window).go('Your info'));

test('a removal can be undone for ten seconds', async ({ window }) => {
  const info = yourInfo(window);
  await info.remove(OTHER).click();
  await info.confirmation.getByRole('button', { name: 'Cancel' }).click();
  await expect(info.linked).toHaveCount(1);

  await info.remove(OTHER).click();
  await info.confirmation.getByRole('button', { name: 'Remove' }).click();
  await expect(info.linked).toHaveCount(0);
  await info.undo.click();
  await expect(info.account(OTHER)).toBeVisible();
});

test.describe('with another account', () => {
  test.use({ accounts: [PRIMARY, OTHER, ANOTHER] });

  test('two removals are undone one by one: the newest by Ctrl+Z, the other by its button', async ({ window }) => {
    const info = yourInfo(window);
    for (const account of [OTHER, ANOTHER]) {
      await info.remove(account).click();
      await info.confirmation.getByRole('button', { name: 'Remove' }).click();
      await expect(window.getByRole('group', { name: `Removed ${account}` })).toBeVisible();
    }
    await window.keyboard.press('Control+z');
    await expect(info.account(ANOTHER)).toBeVisible();
    await expect(info.account(OTHER)).toBeHidden();
    await info.undo.dblclick();
    await expect(info.account(OTHER)).toBeVisible();
    await expect(notices(window)).toBeHidden();
  });
});

test('removing the active account makes the primary active', async ({ window }) => {
  await profileMenu(window).switchTo(OTHER);
  await profileMenu(window).go('Your info');
  const info = yourInfo(window);
  await info.remove(OTHER).click();
  await info.confirmation.getByRole('button', { name: 'Remove' }).click();
  await expect(info.linked).toHaveCount(0);
  await profileMenu(window).switchTo(PRIMARY);
  await expect(dashboard(window).main).toContainText(PRIMARY);
});

test('removing the primary asks which account becomes primary', async ({ window }) => {
  const info = yourInfo(window);
  await info.remove(PRIMARY).click();
  await expect(info.confirmation).toContainText(/becomes primary|new primary/i);
  await info.confirmation.getByRole('radio', { name: new RegExp(OTHER) }).check();
  await info.confirmation.getByRole('button', { name: 'Remove' }).click();
  await expect(info.linked).toHaveCount(0);
  await expect(window.getByRole('main')).toContainText(OTHER);
});

test('signing out erases everything, in the files too', async ({ window, running, dataDir }) => {
  const info = yourInfo(window);
  await info.remove(PRIMARY).click();
  await info.confirmation.getByRole('button', { name: /Sign out and erase everything/ }).click();
  await window.getByRole('button', { name: /Erase everything/ }).click();
  await expect(signInScreen(window).heading).toBeVisible();
  // What was read out before named an account.
  await expect(window.locator('[aria-live]')).toHaveText('Everything was erased, and you are signed out.');
  await running.close();
  for (const path of readdirSync(dataDir, { recursive: true, encoding: 'utf8' })) {
    const file = join(dataDir, path);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) continue;
    const bytes = readFileSync(file);
    expect(bytes.includes(OTHER) || bytes.includes(PRIMARY), `${path} still holds an identifier`).toBe(false);
  }
});
