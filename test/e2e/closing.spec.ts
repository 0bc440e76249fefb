import { once } from 'node:events';
import { desktop } from './desktop.ts';
import { expect, test } from './fixtures.ts';
import { notices } from './screens/notices.ts';
import type { LaunchedApp } from '../support/launch.ts';

const visible = ({ app }: LaunchedApp) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()));

const closeWindow = ({ app }: LaunchedApp) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

test('closing keeps Switchboard in the tray, says so once, and opens again where it was', async ({
  start,
  dataDir,
}) => {
  const running = await start({ env: desktop(dataDir, true) });
  await expect(running.page.getByRole('textbox', { name: 'Email or phone number' })).toBeVisible();
  await running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 50, width: 800, height: 600 }),
  );
  await closeWindow(running);
  await expect.poll(() => visible(running)).toEqual([false]);

  await running.clickTrayItem('Sign in...');
  await expect.poll(() => visible(running)).toEqual([true]);
  await expect(notices(running.page)).toContainText('Closing the window keeps Switchboard in the tray');
  await running.close();

  const again = await start({ env: desktop(dataDir, true) });
  await expect.poll(() => visible(again)).toEqual([true]);
  const bounds = await again.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
  expect(bounds).toMatchObject({ width: 800, height: 600 });
});

test('opened at login it stays in the tray', async ({ start, dataDir }) => {
  const running = await start({ env: desktop(dataDir, true), args: ['--hidden'] });
  await expect(running.page.getByRole('textbox', { name: 'Email or phone number' })).toBeAttached();
  expect(await visible(running)).toEqual([false]);
  await running.clickTrayItem('Sign in...');
  await expect.poll(() => visible(running)).toEqual([true]);
});

test('where the desktop has no tray, closing quits, and a hidden start is not hidden', async ({ start, dataDir }) => {
  const running = await start({ env: desktop(dataDir, false), args: ['--hidden'] });
  await expect.poll(() => visible(running)).toEqual([true]);
  const ended = once(running.app.process(), 'exit');
  // The answer may be lost with the process.
  await closeWindow(running).catch(() => {});
  expect(await ended).toEqual([0, null]);
});
