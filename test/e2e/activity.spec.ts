import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { addActivity } from '../../main/store/activity.ts';
import { fillFolder, openFolder } from '../bench/fill.ts';
import { accountId } from '../support/ids.ts';
import { pickFile } from '../support/pick-file.ts';
import { expect, test } from './fixtures.ts';
import { fetchCode, link, signIn, startLink } from './journeys.ts';
import { activityPage } from './screens/activity.ts';
import { linkWizard } from './screens/link-wizard.ts';
import { notices } from './screens/notices.ts';
import { profileMenu } from './screens/profile-menu.ts';

const PRIMARY = 'ada@example.com';
const OTHER = 'grace@contoso.com';
const Exported = z.array(z.object({ event: z.string(), account: z.string(), detail: z.string() }));

test('what happened is listed, followed, filtered, exported and cleared', async ({
  running,
  window: page,
  dataDir,
}) => {
  const activity = activityPage(page);
  await test.step('things happen', async () => {
    await signIn(page, PRIMARY);
    await link(page, OTHER);
    await startLink(page, 'eve@example.com');
    const code = await fetchCode(page, 'eve@example.com');
    await linkWizard(page).code.fill(String((Number(code) + 1) % 1_000_000).padStart(6, '0'));
    await linkWizard(page).verify.click();
    await expect(linkWizard(page).dialog.getByRole('alert')).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('newest first, under today', async () => {
    await profileMenu(page).go('Activity');
    await expect(activity.days).toHaveText(['Today']);
    await expect(activity.entries).toHaveCount(3);
    await expect(activity.entries.nth(0)).toContainText('A wrong code was refused');
    await expect(activity.entries.nth(0)).toContainText('An email or phone number that is not linked');
    await expect(activity.entries.nth(1)).toContainText(OTHER);
    await expect(activity.entries.nth(2)).toContainText('Signed in as the primary account');
  });

  await test.step('followed while it is shown', async () => {
    await running.clickTrayItem(OTHER);
    await profileMenu(page).go('Activity');
    await expect(activity.entries.nth(0)).toContainText('Switched to');
    await expect(activity.entries).toHaveCount(4);
  });

  await test.step('by account and by kind', async () => {
    await activity.account.selectOption(OTHER);
    await expect(activity.entries).toHaveCount(2);
    await activity.kind.selectOption('Sign-ins and links');
    await expect(activity.entries).toHaveCount(1);
    await expect(activity.entries).toContainText('Linked');
    await activity.kind.selectOption('Refusals and locks');
    await expect(page.getByRole('main')).toContainText('Nothing of this kind has happened');
    await activity.kind.selectOption('All kinds');
  });

  await test.step('exported as it is filtered, for the person alone', async () => {
    const file = join(dataDir, 'exported.json');
    await pickFile(running.app, file);
    await activity.export('JSON');
    await expect(notices(page)).toContainText('The activity was saved.');
    const entries = Exported.parse(JSON.parse(readFileSync(file, 'utf8')));
    expect(entries).toEqual([
      { event: 'switched', account: OTHER, detail: '' },
      { event: 'linked', account: OTHER, detail: '' },
    ]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await pickFile(running.app, join(dataDir, 'no such folder', 'exported.csv'));
    await activity.export('CSV');
    await expect(notices(page)).toContainText('The file could not be saved.');
  });

  await test.step('cleared after a question', async () => {
    await activity.account.selectOption('All accounts');
    await activity.clear.click();
    await expect(activity.confirmation).toBeVisible();
    await activity.confirmation.getByRole('button', { name: 'Cancel' }).click();
    await expect(activity.entries).toHaveCount(4);
    await activity.clear.click();
    await activity.confirmation.getByRole('button', { name: 'Clear' }).click();
    await expect(activity.confirmation).toBeHidden();
    await expect(page.getByRole('main')).toContainText('Nothing has happened yet');
  });
});

test('ten thousand entries: few are drawn, older ones come while scrolling, and a removed account is not named', async ({
  start,
  dataDir,
}) => {
  fillFolder(dataDir, 3);
  const { store } = openFolder(dataDir);
  const hour = 3_600_000;
  store.write((tx) => {
    for (let n = 0; n < 10_000; n += 1) {
      const at = new Date(Date.now() - (10_000 - n) * (hour / 2)).toISOString();
      addActivity(tx, { at, event: 'switched', accountId: accountId(n % 3) });
    }
  });
  store.close();
  const { page } = await start();
  const activity = activityPage(page);
  await profileMenu(page).go('Activity');
  await expect(activity.entries.nth(0)).toContainText('Switched to');
  expect(await activity.entries.count()).toBeLessThan(80);
  for (let pages = 0; pages < 3; pages += 1) {
    const last = await activity.entries.last().getAttribute('aria-posinset');
    await page.getByRole('main').evaluate((main) => main.scrollTo(0, main.scrollHeight));
    await expect
      .poll(async () => Number(await activity.entries.last().getAttribute('aria-posinset')))
      .toBeGreaterThan(Number(last));
  }
  await page.getByRole('main').evaluate((main) => main.scrollTo(0, 0));
  await expect(activity.days.first()).toHaveText('Today');
});

test('how long it is kept is a setting', async ({ window: page }) => {
  await signIn(page, PRIMARY);
  await profileMenu(page).go('Settings');
  const kept = page.getByRole('combobox', { name: 'Keep activity for' });
  await expect(kept).toHaveValue('400 days');
  await kept.selectOption('For ever');
  await profileMenu(page).go('Activity');
  await profileMenu(page).go('Settings');
  await expect(kept).toHaveValue('For ever');
});
