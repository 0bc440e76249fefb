import { chmodSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findCodes, findPersonal } from '../support/canaries.ts';
import type { LaunchedApp } from '../support/launch.ts';
import { expect, test } from './fixtures.ts';
import { fetchCode, link, signIn, startLink } from './journeys.ts';
import { dashboard } from './screens/dashboard.ts';
import { linkWizard } from './screens/link-wizard.ts';
import { localMailbox } from './screens/local-mailbox.ts';
import { profileMenu } from './screens/profile-menu.ts';
import { yourInfo } from './screens/your-info.ts';
import { columnsWith, filesIn, processesOf } from './traces.ts';

const PRIMARY = 'canary.ada@example.com';
const EMAIL = 'Canary.Grace@contoso.com';
const PHONE = '+49 170 7654321';
/** Everything about a person that is typed on the tour, phone numbers as people and programs write them. */
const PERSONAL = [PRIMARY, EMAIL, PHONE, '+491707654321', '1707654321', '0170 7654321', 'Canary Lovelace'];
/** The only places for it: who is known, and who is being asked. */
const MEANT_FOR_IT = [
  'accounts.address',
  'accounts.identifier',
  'accounts.name',
  'challenges.address',
  'challenges.identifier',
];
/** Our own files, which the stand-in asks for by a name that Chromium can intercept. */
const OWN = /^(app:\/\/switchboard|https:\/\/switchboard\.app\.standin)\/|^data:/;
const DATABASE = ['switchboard.db', 'switchboard.db-wal'];

/** Does everything that Switchboard is for, leaves one challenge open, and answers the codes that were sent. */
async function tour({ page }: LaunchedApp): Promise<string[]> {
  const wizard = linkWizard(page);
  const menu = profileMenu(page);
  await signIn(page, PRIMARY);
  await link(page, EMAIL);
  await link(page, '+49 (0)170 765 43 21', PHONE);
  await page.getByRole('button', { name: 'Edit name' }).click();
  await page.keyboard.type('Canary Lovelace');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Canary Lovelace').first()).toBeVisible();
  await menu.switchTo(EMAIL);
  await dashboard(page).services.getByRole('button', { name: 'Open in browser' }).first().click();
  await menu.go('Your info');
  await yourInfo(page).remove(PHONE).click();
  await yourInfo(page).confirmation.getByRole('button', { name: 'Remove' }).click();
  await startLink(page, 'canary.open@example.com');
  const open = await fetchCode(page, 'canary.open@example.com');
  await wizard.code.fill(open === '000000' ? '000001' : '000000');
  await wizard.verify.click();
  await expect(wizard.error).toContainText('4 tries left');
  await wizard.openMailbox.click();
  const messages = await localMailbox(page).messages.allTextContents();
  return messages.map((text) => /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0] ?? '');
}

test('over a whole tour nothing is asked of the network, and nothing personal is where it is not meant to be', async ({
  start,
  dataDir,
}) => {
  // The folder is open to all, and so is what the process makes: Switchboard has to close both itself.
  chmodSync(dataDir, 0o777);
  const running = await start({ under: ['sh', '-c', 'umask 000; exec "$0" "$@"'] });
  const said: Buffer[] = [];
  for (const stream of [running.app.process().stdout, running.app.process().stderr])
    stream?.on('data', (chunk: Buffer) => said.push(Buffer.from(chunk)));
  const requested: string[] = [];
  running.app.context().on('request', (request) => requested.push(request.url()));
  const titles: string[] = [];
  running.page.on('framenavigated', () => void running.page.title().then((title) => titles.push(title)));

  const codes = await tour(running);
  expect(codes).toHaveLength(4);
  titles.push(
    ...(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((w) => w.getTitle()))),
  );
  const shown = Buffer.concat([processesOf(dataDir), Buffer.from(titles.join('\n'))]);
  const whileOpen = filesIn(dataDir);
  await running.close();
  const outside: [string, Buffer][] = [
    ['processes and titles', shown],
    ['output', Buffer.concat(said)],
  ];

  const open = [...PERSONAL, 'canary.open@example.com'];
  for (const [where, bytes] of [...outside, ...whileOpen, ...filesIn(dataDir)]) {
    expect({ where, codes: findCodes(bytes, codes) }).toEqual({ where, codes: [] });
    if (!DATABASE.includes(where))
      expect({ where, personal: findPersonal(bytes, open) }).toEqual({ where, personal: [] });
  }
  const columns = columnsWith(join(dataDir, 'switchboard.db'), open);
  expect(columns).toEqual(MEANT_FOR_IT);

  expect(requested.filter((address) => !OWN.test(address))).toEqual([]);
  const log = readFileSync(join(dataDir, 'logs', 'switchboard.log'), 'utf8');
  expect(log).toContain('account-linked');
  expect(log).not.toMatch(/request-blocked|navigation-blocked|permission-denied|fault/);

  const mode = (path: string) => (statSync(join(dataDir, path)).mode & 0o777).toString(8);
  const ours = [...DATABASE.slice(0, 1), 'installation.json', 'reserve', 'preferences.json', 'logs/switchboard.log'];
  expect(ours.map((path) => [path, mode(path)])).toEqual(ours.map((path) => [path, '600']));
  expect(['.', 'logs'].map(mode)).toEqual(['700', '700']);
});
