import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Bridge } from '../../shared/ipc/bridge.ts';
import { appCommand } from '../support/launch.ts';
import { expect, test } from './fixtures.ts';
import { link, signIn, startLink } from './journeys.ts';
import { dashboard } from './screens/dashboard.ts';
import { linkWizard } from './screens/link-wizard.ts';
import { settings } from './screens/settings.ts';
import { yourInfo } from './screens/your-info.ts';

const PRIMARY = 'ada@example.com';
const OTHER = 'grace@contoso.com';

/** Starts Switchboard as the system does for a link, and waits until `page` has heard of it; answers the exit status of that start. */
async function follow(page: Page, dataDir: string, ...args: string[]): Promise<unknown> {
  const starts = () => readFileSync(join(dataDir, 'logs/switchboard.log'), 'utf8').split(' second-start').length;
  const before = starts();
  const command = appCommand({ dataDir, args });
  const [status] = await once(spawn(command.executable, command.args, { env: command.env, stdio: 'ignore' }), 'exit');
  await expect.poll(starts).toBe(before + 1);
  // What main told the page before comes before this answer.
  await page.evaluate(() => {
    const bridge: Bridge = Reflect.get(window, 'switchboard');
    return bridge.invoke('app.environment', {});
  });
  return status;
}

function switcher(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Switch account' });
  return {
    dialog,
    search: dialog.getByRole('combobox', { name: 'Search accounts' }),
    options: dialog.getByRole('option'),
  };
}

test('each link shows its place in the running Switchboard, and nothing happens by it', async ({
  running,
  window,
  dataDir,
}) => {
  const visible = () => running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  await signIn(window, PRIMARY);
  await link(window, OTHER);
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());

  expect(await follow(window, dataDir, '--', 'switchboard://settings')).toBe(0);
  await expect(settings(window).heading).toBeVisible();
  await expect.poll(visible).toBe(true);
  await follow(window, dataDir, 'switchboard://your-info');
  await expect(yourInfo(window).heading).toBeVisible();
  await follow(window, dataDir, 'switchboard://dashboard/');
  await expect(dashboard(window).heading).toBeVisible();

  await follow(window, dataDir, 'switchboard://accounts?identifier=grace');
  await expect(switcher(window).search).toHaveValue('grace');
  await expect(switcher(window).options).toHaveCount(1);
  await follow(window, dataDir, 'switchboard://accounts?identifier=ada%40');
  await expect(switcher(window).search).toHaveValue('ada@');

  await follow(window, dataDir, 'switchboard://link?identifier=+49%20170%201234567');
  await expect(linkWizard(window).identifier).toHaveValue('+49 170 1234567');
  await window.keyboard.press('Escape');

  // Still the account that was active, and nothing went to the system browser.
  await expect(dashboard(window).main).toContainText(PRIMARY);
  await follow(window, dataDir, 'switchboard://open?url=https%3A%2F%2Fexample.com');
  expect(await running.openedAddresses()).toEqual([]);
  const log = readFileSync(join(dataDir, 'logs/switchboard.log'), 'utf8');
  expect(log).not.toMatch(/grace|example\.com|link-refused/);
});

test('a link that is none, or brings more with it, only shows the window', async ({ running, window, dataDir }) => {
  await signIn(window, PRIMARY);
  for (const args of [
    ['switchboard://switch?identifier=x'],
    ['switchboard://settings', '--inspect'],
    ['switchboard://settings', 'switchboard://settings'],
  ]) {
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
    expect(await follow(window, dataDir, ...args)).toBe(0);
    await expect
      .poll(() => running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
      .toBe(true);
    await expect(dashboard(window).heading).toBeVisible();
  }
});

test('a link leaves a code that is just being typed alone', async ({ window, dataDir }) => {
  await signIn(window, PRIMARY);
  await startLink(window, OTHER);
  await linkWizard(window).code.fill('123');
  await follow(window, dataDir, 'switchboard://link?identifier=evil%40example.com');
  await expect(linkWizard(window).code).toHaveValue('123');
  await expect(linkWizard(window).dialog).toContainText(OTHER);
});

test('the first start can be by a link, and macOS hands one over by an event', async ({ start }) => {
  const first = await start();
  await signIn(first.page, PRIMARY);
  await first.close();
  const second = await start({ args: ['switchboard://settings'] });
  await expect(settings(second.page).heading).toBeVisible();
  await second.app.evaluate(({ app }) => void app.emit('open-url', { preventDefault() {} }, 'switchboard://your-info'));
  await expect(yourInfo(second.page).heading).toBeVisible();
});
