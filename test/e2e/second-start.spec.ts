import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from './fixtures.ts';
import { signIn } from './journeys.ts';
import { dashboard } from './screens/dashboard.ts';
import { appCommand } from '../support/launch.ts';

test('a second start hands over to the first, shows its window and exits', async ({ running, window, dataDir }) => {
  await signIn(window, 'ada@example.com');
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  await expect
    .poll(() => running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
    .toBe(false);

  const { executable, args, env } = appCommand({ dataDir });
  const second = spawn(executable, args, { env, stdio: 'ignore' });
  const [status] = await once(second, 'exit');

  expect(status).toBe(0);
  await expect
    .poll(() => running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
    .toBe(true);
  await expect(dashboard(window).heading).toBeVisible();
});
