import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';

const hash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

test('a file that is no database: told in a window, left untouched, and tried again when it is gone', async ({
  start,
  dataDir,
}) => {
  const file = join(dataDir, 'switchboard.db');
  writeFileSync(file, 'a letter to somebody '.repeat(200));
  const before = hash(file);

  const { app, page } = await start();
  const dialog = page.getByRole('alertdialog', { name: 'This file is not a Switchboard database' });
  await expect(dialog).toContainText(file);
  await expect(dialog.getByRole('button')).toHaveText(['Try again', 'Show file', 'Quit']);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
  }

  const stillWrong = app.waitForEvent('window');
  await dialog.getByRole('button', { name: 'Try again' }).click();
  const again = await stillWrong;
  await expect(again.getByRole('alertdialog')).toContainText(file);
  expect(hash(file)).toBe(before);

  rmSync(file);
  const opened = app.waitForEvent('window');
  await again.getByRole('button', { name: 'Try again' }).click();
  await expect((await opened).getByRole('heading', { name: 'Sign in to Switchboard' })).toBeVisible();
});

test('a broken preferences file is set aside, and a notice says so', async ({ start, dataDir }) => {
  writeFileSync(join(dataDir, 'preferences.json'), '{"preferences": {"theme"');
  const { page } = await start();
  await expect(page.getByRole('heading', { name: 'Sign in to Switchboard' })).toBeVisible();
  await expect(page.getByText('preferences.json.bad')).toBeVisible();
});
