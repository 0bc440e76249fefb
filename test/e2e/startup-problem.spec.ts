import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import Database from 'better-sqlite3';
import { canMount, underMount } from '../support/own-mount.ts';
import { expect, test } from './fixtures.ts';
import { notices } from './screens/notices.ts';

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

/** What was done to the file of a Switchboard that had been used. */
const CHANGED = {
  'Your accounts file is empty': (file: string) => truncateSync(file),
  'Your accounts were saved by a newer Switchboard': (file: string) => {
    const database = new Database(file);
    database.pragma('user_version = 9000');
    database.close();
  },
};

for (const [title, change] of Object.entries(CHANGED)) {
  test(`${title}: told, and left untouched`, async ({ start, dataDir }) => {
    const file = join(dataDir, 'switchboard.db');
    const first = await start();
    await expect(first.page.getByRole('heading', { name: 'Sign in to Switchboard' })).toBeVisible();
    await first.close();
    change(file);
    const before = hash(file);

    const { app, page } = await start();
    const dialog = page.getByRole('alertdialog', { name: title });
    await expect(dialog).toContainText(file);
    const ended = once(app.process(), 'exit');
    await dialog.getByRole('button', { name: 'Quit' }).click();
    await ended;
    expect(hash(file)).toBe(before);
  });
}

test.describe('on a disk of its own', () => {
  // Root may write to any folder, but to no disk that is read-only.
  test.skip(!canMount(), 'this machine lets no test have a disk of its own');

  test('a read-only folder: told, and left untouched', async ({ start, dataDir }) => {
    const first = await start();
    await expect(first.page.getByRole('heading', { name: 'Sign in to Switchboard' })).toBeVisible();
    await first.close();
    const files = readdirSync(dataDir);
    const before = hash(join(dataDir, 'switchboard.db'));

    const { app, page } = await start({ under: underMount('read-only disk', dataDir) });
    const dialog = page.getByRole('alertdialog', { name: 'Switchboard cannot write to its folder' });
    await expect(dialog).toContainText(dataDir);
    const ended = once(app.process(), 'exit');
    await dialog.getByRole('button', { name: 'Quit' }).click();
    await ended;
    expect(hash(join(dataDir, 'switchboard.db'))).toBe(before);
    expect(readdirSync(dataDir)).toEqual(files);
  });

  test('a full disk: told, and gone on with once there is room', async ({ start, dataDir }) => {
    const { app, page } = await start({ under: underMount('full disk', dataDir) });
    const dialog = page.getByRole('alertdialog', { name: 'The disk is full' });
    await expect(dialog).toContainText(join(dataDir, 'switchboard.db'));
    await app.evaluate((_electron, file) => process.getBuiltinModule('node:fs').rmSync(file), join(dataDir, 'filler'));
    const opened = app.waitForEvent('window');
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await expect((await opened).getByRole('heading', { name: 'Sign in to Switchboard' })).toBeVisible();
  });
});

test('a broken preferences file is set aside, and a notice says so', async ({ start, dataDir }) => {
  writeFileSync(join(dataDir, 'preferences.json'), '{"preferences": {"theme"');
  const { page } = await start();
  await expect(page.getByRole('heading', { name: 'Sign in to Switchboard' })).toBeVisible();
  await expect(notices(page)).toContainText('preferences.json.bad');
});
