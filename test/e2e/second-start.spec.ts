import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appCommand } from '../support/launch.ts';
import { expect, test } from './fixtures.ts';
import { signIn, startLink } from './journeys.ts';
import { linkWizard } from './screens/link-wizard.ts';

/** Starts Switchboard on a folder, without Playwright, and answers the process and its exit code to come. */
function startBare(dataDir: string) {
  const { executable, args, env } = appCommand({ dataDir });
  const child = spawn(executable, args, { env, stdio: 'ignore' });
  const ended = once(child, 'exit').then(([status]: unknown[]) => status);
  return { child, ended };
}

test('a second start in mid-challenge hands over, shows the window as it was, and exits', async ({
  running,
  window,
  dataDir,
}) => {
  const visible = () => running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  await signIn(window, 'ada@example.com');
  await startLink(window, 'grace@contoso.com');
  await linkWizard(window).code.fill('123');
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  await expect.poll(visible).toBe(false);

  expect(await startBare(dataDir).ended).toBe(0);
  await expect.poll(visible).toBe(true);
  await expect(linkWizard(window).dialog).toContainText('grace@contoso.com');
  await expect(linkWizard(window).code).toHaveValue('123');
});

test('of fifty starts at once one owns the folder, and the others leave without a word', async ({ dataDir }) => {
  const starts = Array.from({ length: 50 }, () => startBare(dataDir));
  const left = await new Promise<unknown[]>((resolve) => {
    const statuses: unknown[] = [];
    for (const { ended } of starts) void ended.then((status) => statuses.push(status) === 49 && resolve(statuses));
  });
  expect(left).toEqual(Array.from({ length: 49 }, () => 0));
  const owners = starts.filter(({ child }) => child.exitCode === null && child.signalCode === null);
  expect(owners).toHaveLength(1);

  const log = () => readFileSync(join(dataDir, 'logs', 'switchboard.log'), 'utf8');
  await expect.poll(() => log().match(/ second-start/g)?.length).toBe(49);
  expect(log().match(/ store-opened/g)).toHaveLength(1);
  expect(log()).not.toMatch(/store-problem|fault/);
  owners[0]?.child.kill();
  await owners[0]?.ended;
});
