import type { LaunchedApp } from '../support/launch.ts';
import { expect, test } from './fixtures.ts';
import { signIn } from './journeys.ts';
import { dashboard } from './screens/dashboard.ts';
import { profileMenu } from './screens/profile-menu.ts';

const PRIMARY = 'ada@example.com';

/** Presses keys as a person would in another program; a member of the stand-in. */
function pressAnywhere({ app }: LaunchedApp, keys: string): Promise<boolean> {
  return app.evaluate(
    ({ globalShortcut }, pressed) => Reflect.get(globalShortcut, 'press').call(globalShortcut, pressed),
    keys,
  );
}

test('keys that are recorded in the settings show the switcher from everywhere, until they are cleared', async ({
  start,
}) => {
  const first = await start();
  const { page } = first;
  const field = page.getByRole('textbox', { name: 'Shortcut to switch accounts from everywhere' });
  await signIn(page, PRIMARY);
  await profileMenu(page).go('Settings');
  await field.focus();
  await page.keyboard.press('s');
  await expect(page.getByText(/together with Ctrl, Alt or Super/)).toBeVisible();
  await expect(field).toHaveValue('');
  await page.keyboard.press('Control+Alt+s');
  await expect(field).toHaveValue('Ctrl+Alt+S');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Clear shortcut' })).toBeFocused();

  // Somebody else has these.
  await first.app.evaluate(({ globalShortcut }) => globalShortcut.register('Control+Alt+T', () => {}));
  await field.focus();
  await page.keyboard.press('Control+Alt+t');
  await expect(page.getByText(/Another program or your system uses the keys/)).toBeVisible();
  await expect(field).toHaveValue('Ctrl+Alt+S');
  await first.close();

  const second = await start();
  await expect(dashboard(second.page).heading).toBeVisible();
  await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  expect(await pressAnywhere(second, 'Control+Alt+S')).toBe(true);
  await expect(second.page.getByRole('dialog', { name: 'Switch account' })).toBeVisible();
  await second.page.keyboard.press('Escape');
  await profileMenu(second.page).go('Settings');
  await second.page.getByRole('button', { name: 'Clear shortcut' }).click();
  await expect(second.page.getByRole('button', { name: 'Clear shortcut' })).toBeDisabled();
  expect(await pressAnywhere(second, 'Control+Alt+S')).toBe(false);
});
