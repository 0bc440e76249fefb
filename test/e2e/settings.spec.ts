import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { desktop } from './desktop.ts';
import { expect, test } from './fixtures.ts';
import { signIn, startLink } from './journeys.ts';
import { dashboard } from './screens/dashboard.ts';
import { linkWizard } from './screens/link-wizard.ts';

const isDark = (page: Page) => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
const heading = (page: Page) => page.getByRole('heading', { name: 'Settings', level: 1 });

test('Ctrl+, opens the settings; each preference applies at once and is kept', async ({ start, dataDir }) => {
  const env = { ...desktop(dataDir, true), XDG_CONFIG_HOME: join(dataDir, 'config') };
  const first = await start({ env });
  const { page } = first;
  await signIn(page, 'ada@example.com');
  await page.keyboard.press('Control+,');
  await expect(heading(page)).toBeVisible();

  await test.step('theme', async () => {
    await page.getByRole('radio', { name: 'Light' }).click();
    await expect.poll(() => isDark(page)).toBe(false);
    await page.getByRole('radio', { name: 'Dark' }).click();
    await expect.poll(() => isDark(page)).toBe(true);
  });

  await test.step('open at login, on Linux by a file of the desktop', async () => {
    const entry = join(dataDir, 'config/autostart/app.switchboard.Switchboard.desktop');
    const toggle = page.getByRole('switch', { name: /when you log in/ });
    await toggle.click();
    await expect(toggle).toBeChecked();
    expect(readFileSync(entry, 'utf8')).toMatch(/^Exec=.*"--hidden"$/m);
    await toggle.click();
    await expect(toggle).not.toBeChecked();
    expect(existsSync(entry)).toBe(false);
  });

  await test.step('region: a national number is read as of that country', async () => {
    await page.getByRole('combobox', { name: 'Region for phone numbers' }).selectOption('DE');
    await startLink(page, '0170 123 45 67');
    await expect(linkWizard(page).dialog).toContainText('+49 170 1234567');
    await page.keyboard.press('Escape');
  });

  await test.step('not kept in the tray, closing quits', async () => {
    await page.keyboard.press('Control+,');
    await page.getByRole('switch', { name: /Keep Switchboard in the tray/ }).click();
    await expect.poll(() => readFileSync(join(dataDir, 'preferences.json'), 'utf8')).toMatch(/"keepInTray":\s*false/);
    const ended = once(first.app.process(), 'exit');
    // The answer may be lost with the process.
    await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => {});
    expect(await ended).toEqual([0, null]);
  });

  const second = await start({ env });
  await expect(dashboard(second.page).heading).toBeVisible();
  await expect.poll(() => isDark(second.page)).toBe(true);
  await second.page.keyboard.press('Control+,');
  await expect(second.page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await expect(second.page.getByRole('switch', { name: /Keep Switchboard in the tray/ })).not.toBeChecked();
  await expect(second.page.getByRole('combobox', { name: 'Region for phone numbers' })).toHaveValue('DE');
});
