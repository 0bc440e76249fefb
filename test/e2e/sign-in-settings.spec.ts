import type { Page } from '@playwright/test';
import { testAuthority } from '../support/certificates.ts';
import { CLIENT_ID, MAIL_SCOPE } from '../support/openid-provider.ts';
import { expect, openedAddress, signInAtProvider, test } from './provider.ts';
import { dashboard } from './screens/dashboard.ts';
import { settings } from './screens/settings.ts';
import { signInScreen } from './screens/sign-in.ts';
import { startMailServer } from './servers.ts';

const ADA = 'ada@example.com';

/** Fills the form of the provider in, as a person would, and leaves it open. */
async function fillProvider(page: Page, issuer: string) {
  const screen = settings(page);
  await screen.openVerification();
  await screen.open('Sign in with another provider');
  await screen.field('Name').fill('Contoso ID');
  await screen.field('Issuer').fill(issuer);
  await screen.field('Client ID').fill(CLIENT_ID);
  await screen.panel.getByText('More').click();
  await screen.field('Scope for sending mail (optional)').fill(MAIL_SCOPE);
  return screen;
}

test('a provider is set up and tried: who signed in is told, and nobody is linked', async ({
  start,
  provider,
  person,
}) => {
  const running = await start({ env: provider.env });
  const screen = await fillProvider(running.page, provider.origin);
  await screen.panel.getByRole('button', { name: 'Save and try it' }).click();
  await openedAddress(running, 1);
  await screen.panel.getByRole('button', { name: 'Cancel' }).click();
  const again = screen.panel.getByRole('button', { name: 'Try it' });
  await expect(again).toBeFocused();
  await again.click();
  await signInAtProvider(person, await openedAddress(running, 2), ADA);
  await expect(screen.panel).toContainText(`${ADA} signed in.`);
  await expect(screen.panel).toContainText(provider.origin);
  await running.page.getByRole('button', { name: 'Back to sign in' }).click();
  await expect(signInScreen(running.page).heading).toBeVisible();
});

test('an account that signed in is allowed to send, and the mail server takes its token', async ({
  start,
  provider,
  person,
}) => {
  const authority = await testAuthority();
  const server = await startMailServer(await authority.issue(), { user: ADA, password: '' });
  const running = await start({ env: provider.env });
  const { page } = running;
  const screen = await fillProvider(page, provider.origin);
  await screen.save.click();
  await expect(screen.panel).toContainText('Saved.');
  await page.getByRole('button', { name: 'Back to sign in' }).click();
  await signInScreen(page).with('Contoso ID').click();
  await signInAtProvider(person, await openedAddress(running, 1), ADA);
  await expect(dashboard(page).heading).toBeVisible();

  await screen.openVerification();
  await screen.open('SMTP server');
  await screen.field('Server').fill('localhost');
  await screen.field('Port').fill(String(server.port));
  await screen.field('How Switchboard signs in at the server').selectOption('Sign in with an account');
  await screen.field('Sender address').fill(ADA);
  await screen.panel.getByText('More').click();
  await screen.field('Certificate authority (optional)').fill(authority.caPem);
  await screen.field('Account that sends').selectOption(ADA);
  await screen.save.click();
  await expect(screen.error).toContainText('has not allowed Switchboard to send codes yet');
  await screen.panel.getByRole('button', { name: 'Allow sending' }).click();
  await signInAtProvider(person, await openedAddress(running, 2), ADA);
  await expect(screen.panel).toContainText('Allowed. Save to use it.');
  await screen.recipient.fill('grace@example.com');
  await screen.test.click();
  await expect(screen.panel).toContainText('The server took the message.');
  expect(server.mails.map(({ to }) => to)).toEqual([['grace@example.com']]);
  await server.close();
});
