import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import * as z from 'zod';
import { Account } from '../../shared/domain/account.ts';
import { readMail } from '../../main/delivery/read-mail.ts';
import { findCodes, findPersonal } from '../support/canaries.ts';
import { testAuthority } from '../support/certificates.ts';
import type { LaunchedApp } from '../support/launch.ts';
import { overhear } from '../support/openid-overheard.ts';
import { twilioSetUp, webhookSetUp } from '../support/set-ups.ts';
import { expect, openedAddress, setUpProvider, signInAtProvider, test } from './provider.ts';
import { dashboard } from './screens/dashboard.ts';
import { linkWizard } from './screens/link-wizard.ts';
import { profileMenu } from './screens/profile-menu.ts';
import { proving } from './screens/proving.ts';
import { signInScreen } from './screens/sign-in.ts';
import { yourInfo } from './screens/your-info.ts';
import { startMailServer } from './servers.ts';
import { command, saveWay, smtpSetUp } from './set-up.ts';
import { filesIn, processesOf } from './traces.ts';

const PASSWORD = 'canary-password-of-the-mail-server';
const KEYS = ['canary-token-of-twilio', 'canary-key-of-the-webhook-long-enough'] as const;
const PASSPHRASE = 'canary words of a passphrase';
/** Lets the primary account send codes, which gives Switchboard a refresh token to keep. */
async function allowSending(running: LaunchedApp, person: BrowserContext, login: string): Promise<void> {
  const { page } = running;
  const Answer = z.object({ value: z.object({ accounts: z.object({ accounts: z.array(Account) }) }) });
  const { value } = Answer.parse(await command(page, 'app.snapshot', { topics: ['accounts'] }));
  const accountId = value.accounts.accounts[0]?.id;
  const allowed = command(page, 'ways.allowSending', { accountId, carrier: 'smtp' });
  await signInAtProvider(person, await openedAddress(running, 2), login);
  expect(await allowed).toEqual({ ok: true, value: {} });
}

async function linkByEmail(page: Page, address: string): Promise<void> {
  await profileMenu(page).go('Your info');
  await yourInfo(page).add.click();
  const wizard = linkWizard(page);
  await wizard.identifier.fill(address);
  await wizard.add.click();
  await proving(wizard.dialog)
    .way(/by email/)
    .click();
  await proving(wizard.dialog).go.click();
  await expect(wizard.dialog).toContainText(`A code was sent to ${address} by email`);
}

test('of signing in and sending, no code, token, key, password or verifier is in any file, log, argument, title or answer', async ({
  start,
  dataDir,
  provider,
  person,
}) => {
  const authority = await testAuthority();
  const mailServer = await startMailServer(await authority.issue(), { user: 'ada', password: PASSWORD });
  const running = await start({ env: provider.env });
  const { page } = running;
  const said: Buffer[] = [];
  for (const stream of [running.app.process().stdout, running.app.process().stderr])
    stream?.on('data', (chunk: Buffer) => said.push(Buffer.from(chunk)));
  const titles: string[] = [];
  page.on('framenavigated', () => void page.title().then((title) => titles.push(title)));
  const secrets = overhear(provider);

  // Under a passphrase what is secret is in the database, sealed; else it would be in memory only.
  expect(await command(page, 'secrets.setPassphrase', { passphrase: PASSPHRASE })).toMatchObject({ ok: true });
  await setUpProvider(page, provider);
  await saveWay(page, smtpSetUp(mailServer.port, authority.caPem, 'ada'), PASSWORD);
  await saveWay(page, twilioSetUp(), KEYS[0]);
  await saveWay(page, webhookSetUp(), KEYS[1]);
  await signInScreen(page).with('Contoso ID').click();
  await signInAtProvider(person, await openedAddress(running, 1), 'ada@example.com');
  await expect(dashboard(page).heading).toBeVisible();
  await allowSending(running, person, 'ada@example.com');
  await linkByEmail(page, 'grace@contoso.com');
  const { text } = await readMail(Buffer.from(mailServer.mails[0]?.content ?? ''));
  const codes = /(?<!\d)\d{6}(?!\d)/.exec(text) ?? [];
  await linkWizard(page).code.fill(codes[0] ?? '');
  await linkWizard(page).verify.click();
  await expect(linkWizard(page).linked).toBeVisible();

  // Two sign-ins with a code, a verifier, an access and an id token each, and one refresh token.
  expect(secrets).toHaveLength(9);
  const asked = new URL(await openedAddress(running, 2)).searchParams;
  const hashes = secrets.map((secret) => createHash('sha256').update(secret).digest('base64url'));
  expect(hashes).toContain(asked.get('code_challenge'));
  const ours = ['state', 'nonce'].map((name) => asked.get(name) ?? '');
  expect(ours.map(({ length }) => length)).toEqual([43, 43]);
  secrets.push(PASSWORD, PASSPHRASE, ...KEYS, ...ours, 'canary password');

  const content = await page.content();
  await linkWizard(page).close.click();
  const answers: unknown[] = [await command(page, 'app.snapshot', { topics: ['accounts', 'challenges'] })];
  for (const name of ['ways.list', 'secrets.read', 'mailbox.list', 'preferences.read'])
    answers.push(await command(page, name, {}));
  titles.push(await page.title());
  const shown = Buffer.concat([processesOf(dataDir), Buffer.from(titles.join('\n'))]);
  const whileOpen = filesIn(dataDir);
  await running.close();
  await mailServer.close();
  const outside: [string, Buffer][] = [
    ['processes and titles', shown],
    ['output', Buffer.concat(said)],
    ['answers and page', Buffer.from(JSON.stringify(answers) + content)],
  ];
  for (const [where, bytes] of [...outside, ...whileOpen, ...filesIn(dataDir)]) {
    const found = [...findPersonal(bytes, secrets), ...findCodes(bytes, codes)];
    expect({ where, found }).toEqual({ where, found: [] });
  }
  // What is looked through is where all of it would be.
  expect(findPersonal(readFileSync(join(dataDir, 'switchboard.db')), ['codes@example.com'])).toHaveLength(1);
  const log = readFileSync(join(dataDir, 'logs', 'switchboard.log'), 'utf8');
  expect(log).toContain('sign-in-ended');
  expect(log).not.toContain('fault');
});
