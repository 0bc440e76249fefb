import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testAuthority } from '../support/certificates.ts';
import { expect, test } from './fixtures.ts';
import { signIn } from './journeys.ts';
import { profileMenu } from './screens/profile-menu.ts';
import { settings } from './screens/settings.ts';
import { signInScreen } from './screens/sign-in.ts';
import { startMailServer, startWebServer } from './servers.ts';

const PASSPHRASE = 'several words in a row';

test('an SMTP server is set up, tried with a wrong and a right password, and forgotten', async ({ window: page }) => {
  const authority = await testAuthority();
  const server = await startMailServer(await authority.issue(), { user: 'ada', password: 'right horse' });
  await signIn(page, 'ada@example.com');
  const screen = settings(page);
  await screen.openVerification();
  await expect(screen.way('SMTP server')).toContainText('Not set up');
  await screen.open('SMTP server');
  await screen.field('Server').fill('localhost');
  await screen.field('Port').fill(String(server.port));
  await screen.field('User name').fill('ada');
  await screen.field('Password').fill('wrong horse');
  await screen.field('Sender address').fill('codes@example.com');
  await screen.panel.getByText('More').click();
  await screen.field('Certificate authority (optional)').fill(authority.caPem);
  await expect(screen.recipient).toHaveValue('ada@example.com');
  await screen.recipient.fill('grace@example.com');
  await screen.test.click();
  await expect(screen.panel).toContainText('The server did not take the user name and password');
  await expect(screen.panel.getByRole('blockquote')).toContainText('535 5.7.8 Authentication credentials invalid');

  await screen.field('Password').fill('right horse');
  await screen.recipient.fill('edsger@example.com');
  await screen.test.click();
  await expect(screen.panel).toContainText('The server took the message.');
  expect(server.mails.map(({ to }) => to)).toEqual([['edsger@example.com']]);
  expect(server.mails[0]?.content).toContain('This is a test from Switchboard');

  await page.keyboard.press('Escape');
  await expect(screen.way('SMTP server')).toContainText('Ready until Switchboard quits');
  await expect(screen.way('SMTP server')).toContainText('Last test: sent');
  await expect(screen.way('SMTP server').getByRole('button')).toBeFocused();
  await screen.open('SMTP server');
  await screen.panel.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(screen.way('SMTP server')).toContainText('Not set up');
  await server.close();
});

test('a webhook signs with the key that was made for it', async ({ start, dataDir }) => {
  const authority = await testAuthority();
  const server = await startWebServer(await authority.issue());
  const authorityFile = join(dataDir, 'authority.pem');
  writeFileSync(authorityFile, authority.caPem);
  const { page } = await start({ env: { NODE_EXTRA_CA_CERTS: authorityFile } });
  const screen = settings(page);
  await screen.openVerification();
  await screen.open('Webhook');
  await screen.field('Address').fill(`${server.origin}/codes`);
  await screen.panel.getByRole('button', { name: 'Make a key' }).click();
  await expect(screen.field('Signing key')).toHaveAttribute('type', 'text');
  const key = await screen.field('Signing key').inputValue();
  await screen.recipient.fill('+49 170 1234567');
  await screen.test.click();
  await expect(screen.panel).toContainText('The server took the message.');
  await expect(screen.field('Signing key')).toHaveValue('');

  const [request] = server.requests;
  const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = request?.headers ?? {};
  const secret = Buffer.from(key.replace('whsec_', ''), 'base64');
  expect(secret).toHaveLength(32);
  const signed = createHmac('sha256', secret)
    .update(`${String(id)}.${String(at)}.${request?.body}`)
    .digest('base64');
  expect(signature).toBe(`v1,${signed}`);
  server.close();
});

test('each form says at the field what is wrong, and keeps what was typed but no secret', async ({ window: page }) => {
  const screen = settings(page);
  await screen.openVerification();
  const empty: [title: string, field: string, words: RegExp][] = [
    ['Sign in with Microsoft', 'Application \\(client\\) ID', /A client ID looks like/],
    ['Sign in with another provider', 'Name', /This is needed/],
    ['Microsoft Graph', 'Account that sends', /This is needed/],
    ['SMTP server', 'Server', /Enter the name of a server/],
    ['Twilio', 'Account SID', /begins with AC/],
    ['Azure Communication Services', 'Sender', /phone number with \+/],
    ['Webhook', 'Address', /begins with https/],
  ];
  for (const [title, field, words] of empty) {
    await test.step(title, async () => {
      await screen.open(title);
      await screen.save.click();
      await expect(screen.error).toHaveText(words);
      await expect(screen.field(new RegExp(`^${field}`))).toBeFocused();
      await page.keyboard.press('Escape');
    });
  }

  await screen.open('SMTP server');
  await screen.field('Server').fill('smtp.example.com');
  await screen.field('Password').fill('secret words');
  await screen.back.click();
  await screen.general.click();
  await screen.openVerification();
  await screen.open('SMTP server');
  await expect(screen.field('Server')).toHaveValue('smtp.example.com');
  await expect(screen.field('Password')).toHaveValue('');
});

test('a well-known provider fills the form, says where passwords have ended, and fits into a narrow window', async ({
  window: page,
}) => {
  const screen = settings(page);
  await screen.openVerification();
  await screen.open('SMTP server');
  await screen.field('Provider').selectOption('Gmail');
  await expect(screen.field('Server')).toHaveValue('smtp.gmail.com');
  await expect(screen.field('App password')).toBeVisible();
  await screen.field('Provider').selectOption('Outlook.com, Hotmail, Live');
  await expect(screen.panel).toContainText('This server no longer takes passwords.');
  await expect(screen.field('Account that sends')).toBeVisible();
  await page.setViewportSize({ width: 320, height: 600 });
  const overhang = page.getByRole('main').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(await overhang).toBe(0);
  await screen.field('Encryption').selectOption('TLS from the start');
  await expect(screen.field('Port')).toHaveValue('465');
});

test('secrets under a passphrase are locked after a restart, and open with it', async ({ start }) => {
  const first = await start();
  const screen = settings(first.page);
  await screen.openVerification();
  await expect(screen.secrets).toContainText('Kept until Switchboard quits');
  await screen.secrets.getByRole('button', { name: 'Keep them under a passphrase' }).click();
  const dialog = first.page.getByRole('dialog');
  await dialog.getByLabel('New passphrase', { exact: true }).fill('short');
  await dialog.getByLabel('The same passphrase again', { exact: true }).fill('other');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toHaveText(/not the same/);
  await dialog.getByLabel('The same passphrase again', { exact: true }).fill('short');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toHaveText(/at least 12 characters/);
  await dialog.getByLabel('New passphrase', { exact: true }).fill(PASSPHRASE);
  await dialog.getByLabel('The same passphrase again', { exact: true }).fill(PASSPHRASE);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(screen.secrets).toContainText('Kept under your passphrase');
  await screen.open('Webhook');
  await screen.field('Address').fill('https://example.test/codes');
  await screen.panel.getByRole('button', { name: 'Make a key' }).click();
  await screen.save.click();
  await expect(screen.panel).toContainText('Saved.');
  await first.close();

  const { page } = await start();
  const again = settings(page);
  await again.openVerification();
  await expect(again.way('Webhook')).toContainText('Locked');
  await again.secrets.getByRole('button', { name: 'Unlock' }).click();
  const asked = page.getByRole('dialog');
  await asked.getByLabel('Passphrase', { exact: true }).fill('quite another one');
  await asked.getByRole('button', { name: 'Unlock' }).click();
  await expect(asked.getByRole('alert')).toHaveText(/not right/);
  await asked.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await asked.getByRole('button', { name: 'Unlock' }).click();
  await expect(again.way('Webhook')).toContainText('Ready');
  await again.secrets.getByRole('button', { name: 'Give the passphrase up' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Give the passphrase up' }).click();
  await expect(again.way('Webhook')).toContainText('Signing key needed again');
});

test('before the first sign-in the settings are there, and lead back', async ({ window: page }) => {
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(settings(page).heading).toBeVisible();
  await page.getByRole('button', { name: 'Back to sign in' }).click();
  await expect(signInScreen(page).heading).toBeVisible();
  await expect(profileMenu(page).button).toBeHidden();
});
