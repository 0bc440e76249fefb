import type { Page } from '@playwright/test';
import { fillFolder } from '../bench/fill.ts';
import { expect, test } from './fixtures.ts';
import { dashboard } from './screens/dashboard.ts';
import { profileMenu } from './screens/profile-menu.ts';
import { yourInfo } from './screens/your-info.ts';

const email = (n: number) => `person-${n}@example.test`;
/** `Remove` ends in the same letters. */
const handle = (page: Page, n: number) => page.getByRole('button', { name: `Move ${email(n)}`, exact: true });

test('a thousand accounts: few rows are drawn, one is found by typing, moved, made primary and switched to', async ({
  start,
  dataDir,
}) => {
  fillFolder(dataDir, 1000);
  const { page, trayItems } = await start();
  const info = yourInfo(page);
  await profileMenu(page).go('Your info');
  await expect(info.account(email(1))).toBeVisible();
  expect(await info.linked.count()).toBeLessThan(60);

  await test.step('in order by keyboard', async () => {
    await handle(page, 2).press('Alt+ArrowUp');
    await expect(info.linked.nth(0)).toContainText(email(2));
    await expect(info.linked.nth(1)).toContainText(email(1));
  });

  await test.step('found by typing, at the end of the list', async () => {
    await page.getByRole('searchbox', { name: 'Search accounts' }).fill('person 999');
    await expect(page.getByRole('main')).toContainText('1 of 999 accounts found');
    await expect(info.account(email(999))).toBeVisible();
  });

  await test.step('made primary', async () => {
    await info.account(email(999)).getByRole('button', { name: 'Make primary' }).click();
    await expect(info.account(email(999))).toHaveCount(0);
    await expect(page.getByRole('main')).toContainText(email(999));
  });

  await test.step('ten in the tray, then the way to the others', async () => {
    const labels = (await trayItems()).map(({ label }) => label);
    expect(labels[0]).toBe(email(999));
    expect(labels.filter((label) => label.endsWith('@example.test'))).toHaveLength(10);
    expect(labels[10]).toBe('More accounts...');
  });

  await test.step('switched to with the keyboard', async () => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog', { name: 'Switch account' })).toBeVisible();
    await page.keyboard.type('person-500');
    await page.keyboard.press('Enter');
    await expect(dashboard(page).main).toContainText(email(500));
    await expect.poll(async () => (await trayItems()).find(({ checked }) => checked)?.label).toBe(email(500));
  });
});
