import * as z from 'zod';
import { setSignInAgain, listAccounts } from '../../main/store/accounts.ts';
import { readMail } from '../../main/delivery/read-mail.ts';
import { type Certificate, type TestAuthority, testAuthority } from '../support/certificates.ts';
import { fillFolder, openFolder } from '../bench/fill.ts';
import { passTime } from './clock.ts';
import { fetchCode, link, signIn, startLink } from './journeys.ts';
import { expect, setUpProvider, test as base, trusting } from './provider.ts';
import { dashboard } from './screens/dashboard.ts';
import { linkWizard } from './screens/link-wizard.ts';
import { profileMenu } from './screens/profile-menu.ts';
import { proveAgainDialog } from './screens/prove-again.ts';
import { proving } from './screens/proving.ts';
import { signInScreen } from './screens/sign-in.ts';
import { yourInfo } from './screens/your-info.ts';
import { startMailServer, startWebServer } from './servers.ts';
import { saveWay, smtpSetUp } from './set-up.ts';

const ADA = 'ada@example.com';
const GRACE = 'grace@contoso.com';
const PHONE = '+49 170 1234567';
const LOGIN = { user: 'ada', password: 'right horse' };

interface Fixtures {
  authority: TestAuthority;
  certificate: Certificate;
  mailServer: Awaited<ReturnType<typeof startMailServer>>;
}

const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
  authority: async ({}, use) => use(await testAuthority()),
  certificate: async ({ authority }, use) => use(await authority.issue()),
  mailServer: async ({ certificate }, use) => {
    const server = await startMailServer(certificate, LOGIN);
    await use(server);
    await server.close();
  },
});

/** What a webhook is asked to send. */
const Message = z.object({ text: z.string() });

/** The code in a message. */
const codeIn = (text: string | undefined) => /(?<!\d)\d{6}(?!\d)/.exec(text ?? '')?.[0] ?? '';

test('a code by email goes to the mail server, and proves more than practice', async ({
  window: page,
  authority,
  mailServer,
}) => {
  const screen = signInScreen(page);
  await expect(page.getByText('Codes stay on this computer.')).toBeVisible();
  await saveWay(page, smtpSetUp(mailServer.port, authority.caPem, LOGIN.user), LOGIN.password);
  await expect(page.getByText('Codes stay on this computer.')).toHaveCount(0);
  await screen.identifier.fill(ADA);
  await screen.next.click();
  // One way only that can be used: no question.
  await expect(page.getByText(`A code was sent to ${ADA} by email`)).toBeVisible();
  await expect(page.getByText('Codes stay on this computer.')).toHaveCount(0);
  await expect(screen.openMailbox).toHaveCount(0);
  const { text } = await readMail(Buffer.from(mailServer.mails[0]?.content ?? ''));
  await screen.code.fill(codeIn(text));
  await screen.verify.click();
  await expect(dashboard(page).main).toContainText('Proven by email');

  // No mail server takes a code to a telephone.
  await startLink(page, PHONE);
  const code = await fetchCode(page, PHONE);
  const wizard = linkWizard(page);
  await wizard.code.fill(code);
  await wizard.verify.click();
  await expect(wizard.dialog).toContainText('Practice');
});

test('the ways are offered strongest first, and the one that was chosen first the next time', async ({
  start,
  provider,
  authority,
  mailServer,
}) => {
  const running = await start({ env: provider.env });
  const { page } = running;
  await setUpProvider(page, provider);
  await saveWay(page, smtpSetUp(mailServer.port, authority.caPem, LOGIN.user), LOGIN.password);
  const step = proving(page);
  await signInScreen(page).identifier.fill(ADA);
  await signInScreen(page).next.click();
  await expect(step.ways).toHaveCount(3);
  await expect(step.ways.nth(0)).toHaveAccessibleName(/^Sign in with Microsoft.*client ID/);
  await expect(step.ways.nth(0)).toBeDisabled();
  await expect(step.ways.nth(1)).toHaveAccessibleName(/^Sign in with Contoso ID.*Strongest/);
  await expect(step.ways.nth(1)).toBeFocused();
  await expect(step.ways.nth(2)).toHaveAccessibleName(/^A code by email, from codes@example.com.*reads this mailbox/);
  await page.keyboard.press('ArrowDown');
  await expect(step.ways.nth(2)).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`A code was sent to ${ADA} by email`)).toBeVisible();

  await running.close();
  const { page: again } = await start({ env: provider.env });
  await again.getByRole('button', { name: 'Use a different email or phone number' }).click();
  await signInScreen(again).identifier.fill(GRACE);
  await signInScreen(again).next.click();
  // The password was kept in memory only, so the way that was chosen cannot be used now.
  await expect(proving(again).way(/by email/)).toHaveAccessibleName(/password or key has to be entered again/);
  await expect(proving(again).way(/Contoso ID/)).toBeChecked();
  await saveWay(again, smtpSetUp(mailServer.port, authority.caPem, LOGIN.user), LOGIN.password);
  await expect(proving(again).way(/by email/)).toBeChecked();
  await proving(again).back.click();
  await expect(signInScreen(again).identifier).toHaveValue(GRACE);
});

test('an account that has to sign in again says so, and leads to it', async ({ start, dataDir }) => {
  fillFolder(dataDir, 2);
  const { store } = openFolder(dataDir);
  store.write((tx) => listAccounts(tx).forEach(({ id }) => setSignInAgain(tx, id, true)));
  store.close();
  const { page } = await start();
  const info = yourInfo(page);
  await profileMenu(page).go('Your info');
  await expect(info.primary).toContainText('Sign in again');
  const row = info.account('person-1@example.test');
  await expect(row).toContainText('Sign in again');
  await row.getByRole('button', { name: 'Sign in now' }).click();
  await expect(proveAgainDialog(page, 'person-1@example.test').dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(row.getByRole('button', { name: 'Sign in now' })).toBeFocused();
});

test('what the mail server says is shown: wait, or no', async ({ window: page, authority, mailServer }) => {
  const screen = signInScreen(page);
  await saveWay(page, smtpSetUp(mailServer.port, authority.caPem, LOGIN.user), LOGIN.password);
  mailServer.refusals.push({ code: 450, words: '4.2.0 greylisted' }, { code: 550, words: '5.1.1 nobody of that name' });
  await screen.identifier.fill(ADA);
  await screen.next.click();
  await expect(page.getByRole('main')).toContainText(/The server asked to wait .*Trying again in 0:\d\d/);
  await expect(page.getByRole('blockquote')).toContainText('450 4.2.0 greylisted');
  await page.getByRole('button', { name: 'Use a different email or phone number' }).click();
  await screen.identifier.fill(GRACE);
  await screen.next.click();
  await expect(screen.error).toContainText('knows no such recipient');
  await expect(screen.error.getByRole('blockquote')).toContainText('550 5.1.1 nobody of that name');
  await expect(screen.code).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Resend code' })).toBeFocused();
});

test('a text message says what it is worth, and Prove it raises practice to it', async ({
  start,
  dataDir,
  authority,
  certificate,
}) => {
  const server = await startWebServer(certificate);
  const running = await start({ env: trusting(dataDir, authority) });
  const { page } = running;
  await signIn(page, ADA);
  await link(page, PHONE);
  await saveWay(
    page,
    { name: 'webhook', address: `${server.origin}/codes`, perMonth: 10 },
    'a signing key of 32 characters..',
  );
  await passTime(running, 31_000);
  await yourInfo(page).prove(PHONE).click();
  const again = proveAgainDialog(page, PHONE);
  await expect(proving(again.dialog).way(/by text message/)).toHaveAccessibleName(/SIM swap/);
  await proving(again.dialog).go.click();
  await expect(again.dialog).toContainText(`A code was sent to ${PHONE} by text message`);
  await expect(again.dialog).toContainText('SIM swap');
  const { text } = Message.parse(JSON.parse(server.requests[0]?.body ?? ''));
  await again.code.fill(codeIn(text));
  await again.verify.click();
  await expect(again.proven).toBeFocused();
  await expect(again.dialog).toContainText('Proven by text message');
  await again.close.click();
  await expect(yourInfo(page).account(PHONE)).toContainText('Proven by text message');
  server.close();
});
