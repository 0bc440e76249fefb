import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { appCommand } from '../support/launch.ts';
import { expect, test } from './fixtures.ts';
import { link, signIn } from './journeys.ts';
import { dashboard } from './screens/dashboard.ts';
import { linkWizard } from './screens/link-wizard.ts';
import { tabs } from './screens/tabs.ts';

const PRIMARY = 'ada@example.com';
const OTHER = 'grace@contoso.com';

/** Runs `switchboard` with arguments, as from a terminal: its exit status, and what it wrote. */
async function switchboard(dataDir: string, ...args: string[]) {
  const command = appCommand({ dataDir, args });
  const child = spawn(command.executable, command.args, { env: command.env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => void child.on('close', resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await ended, out, err };
}

/** Ends the Switchboard that a command line started on this folder, which nobody here has a handle on. */
function endStarted(dataDir: string): void {
  const lines = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  for (const line of lines.filter((found) => found.includes(`--data ${dataDir}`)))
    process.kill(Number.parseInt(line, 10));
}

test('lists, switches, opens and links in the running Switchboard', async ({ running, window, dataDir }) => {
  const run = (...args: string[]) => switchboard(dataDir, ...args);
  await signIn(window, PRIMARY);
  await link(window, OTHER);

  const lines = '*  ada@example.com      unknown\n   grace@contoso.com    unknown\n';
  expect(await run('list')).toEqual({ status: 0, out: lines, err: '' });
  const listed = await run('list', '--json');
  expect(JSON.parse(listed.out)).toMatchObject([{ identifier: PRIMARY, active: true }, { identifier: OTHER }]);

  // The window comes from wherever it was, and shows the account.
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  expect(await run('switch', 'GRACE')).toEqual({ status: 0, out: `Switched to ${OTHER}.\n`, err: '' });
  await expect(dashboard(window).main).toContainText(OTHER);
  expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())).toBe(true);

  const refused = await run('open', PRIMARY, 'solitaire');
  expect(refused).toMatchObject({ status: 1, out: '' });
  expect(refused.err).toMatch(/^This account has no service that is called "solitaire"/);
  await expect(dashboard(window).main).toContainText(OTHER);

  expect(await run('open', PRIMARY, 'outlook', '--work')).toMatchObject({ status: 0 });
  await expect(tabs(window).shown).toHaveAccessibleName(/^Outlook/);
  await expect(tabs(window).address).toHaveAttribute('title', /^https:\/\//);

  expect(await run('link', 'new@example.com')).toMatchObject({ status: 0 });
  await expect(linkWizard(window).identifier).toHaveValue('new@example.com');
  expect(JSON.parse((await run('list', '--json')).out)).toHaveLength(2);
});

test('is told how it is used, and needs no running Switchboard for that or for a list', async ({ dataDir }) => {
  const run = (...args: string[]) => switchboard(dataDir, ...args);
  const wrong = await run('swich', PRIMARY);
  expect(wrong).toMatchObject({ status: 2, out: '' });
  expect(wrong.err).toMatch(/^"swich" is no command\.\n\nUsage: switchboard/);
  expect(await run('--help')).toMatchObject({ status: 0, err: '', out: expect.stringMatching(/^Usage: switchboard/) });
  expect(await run('--version')).toEqual({ status: 0, out: 'Switchboard 0.1.0\n', err: '' });
  expect(await run('list', '--json')).toEqual({ status: 0, out: '[]\n', err: '' });
  expect(existsSync(join(dataDir, 'switchboard.db'))).toBe(false);
});

test('starts Switchboard where it does not run, and goes on there', async ({ start, dataDir }) => {
  const run = (...args: string[]) => switchboard(dataDir, ...args);
  const first = await start();
  await signIn(first.page, PRIMARY);
  await link(first.page, OTHER);
  await first.close();

  expect((await run('list')).out).toContain(`*  ${PRIMARY}`);
  // No window came up for that.
  expect(existsSync(join(dataDir, 'command-line.json'))).toBe(false);

  expect(await run('switch', OTHER)).toEqual({ status: 0, out: `Switched to ${OTHER}.\n`, err: '' });
  expect((await run('list')).out).toContain(`*  ${OTHER}`);
  endStarted(dataDir);
  await expect.poll(() => existsSync(join(dataDir, 'command-line.json'))).toBe(false);
});
