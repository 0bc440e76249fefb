import { link, signIn } from './journeys.ts';
import { expect, openedAddress, setUpProvider, signInAtProvider, test } from './provider.ts';
import { dashboard } from './screens/dashboard.ts';
import { linkWizard } from './screens/link-wizard.ts';
import { notices } from './screens/notices.ts';
import { profileMenu } from './screens/profile-menu.ts';
import { proveAgainDialog } from './screens/prove-again.ts';
import { proving } from './screens/proving.ts';
import { signInScreen } from './screens/sign-in.ts';
import { yourInfo } from './screens/your-info.ts';

const ADA = 'ada@example.com';
const GRACE = 'grace@contoso.com';
const PROVEN = /Signed in with 127\.0\.0\.1/;

// Two browsers at once: the person's own beside the window.
test.describe.configure({ timeout: 120_000 });

test('the nine steps by sign-in alone, and after a restart', async ({ start, provider, person }) => {
  provider.people.set(GRACE, { name: 'Grace Hopper' });
  const running = await start({ env: provider.env });
  const { page } = running;
  const info = yourInfo(page);
  const wizard = linkWizard(page);

  await test.step('1 sign in, with nothing typed', async () => {
    await setUpProvider(page, provider);
    await signInScreen(page).with('Contoso ID').click();
    await expect(proving(page).waiting).toBeFocused();
    const end = await signInAtProvider(person, await openedAddress(running, 1), ADA);
    await expect(end.getByRole('heading', { name: 'You are signed in' })).toBeVisible();
    await expect(dashboard(page).heading).toBeVisible();
    await expect(dashboard(page).main).toContainText(PROVEN);
    await expect(dashboard(page).main).toContainText('Person ada');
  });

  await test.step('2 to 6 link the account of whoever signs in', async () => {
    await profileMenu(page).go('Your info');
    await info.add.click();
    await wizard.signInWith('Contoso ID').click();
    await signInAtProvider(person, await openedAddress(running, 2), GRACE);
    await expect(wizard.linked).toBeFocused();
    await expect(wizard.dialog).toContainText(GRACE);
    await expect(wizard.dialog).toContainText(PROVEN);
    await wizard.close.click();
  });

  await test.step('7 once more, for an identifier that was typed', async () => {
    await info.add.click();
    await wizard.identifier.fill('Hedy@contoso.com');
    await wizard.add.click();
    await expect(proving(wizard.dialog).way(/Sign in with Contoso ID/)).toBeChecked();
    await proving(wizard.dialog).go.click();
    await signInAtProvider(person, await openedAddress(running, 3), 'hedy@contoso.com');
    await expect(wizard.linked).toBeVisible();
    await wizard.close.click();
    await expect(info.linked).toHaveCount(2);
    await expect(info.account(GRACE)).toContainText('Grace Hopper');
    await expect(info.account(GRACE)).toContainText(PROVEN);
    await expect(info.prove(GRACE)).toHaveCount(0);
  });

  await test.step('8 switch, 9 remove', async () => {
    await profileMenu(page).switchTo(GRACE);
    await expect(dashboard(page).main).toContainText('Grace Hopper');
    await profileMenu(page).go('Your info');
    await info.remove('Hedy@contoso.com').click();
    await info.confirmation.getByRole('button', { name: 'Remove' }).click();
    await expect(info.linked).toHaveCount(1);
  });

  await running.close();
  const again = await start({ env: provider.env });
  await expect(dashboard(again.page).main).toContainText(GRACE);
  await expect(dashboard(again.page).main).toContainText(PROVEN);
  await expect(dashboard(again.page).main).toContainText('Grace Hopper');
});

test('another account than the one being linked is refused, says who came, and can be added instead', async ({
  withProvider: running,
  person,
}) => {
  const { page } = running;
  const wizard = linkWizard(page);
  await signInScreen(page).with('Contoso ID').click();
  await signInAtProvider(person, await openedAddress(running, 1), ADA);
  await profileMenu(page).go('Your info');
  await yourInfo(page).add.click();
  await wizard.identifier.fill(ADA);
  await wizard.add.click();
  await proving(wizard.dialog).go.click();
  await expect(wizard.error).toContainText(`${ADA} is your primary account`);
  await expect(wizard.identifier).toBeFocused();

  await wizard.identifier.fill(GRACE);
  await wizard.add.click();
  await proving(wizard.dialog).go.click();
  await signInAtProvider(person, await openedAddress(running, 2), 'mallory@example.com');
  await expect(proving(wizard.dialog).refusal).toContainText(`mallory@example.com signed in, not ${GRACE}`);
  await expect(yourInfo(page).linked).toHaveCount(0);

  await proving(wizard.dialog).instead('Add mallory@example.com').click();
  await signInAtProvider(person, await openedAddress(running, 3), 'mallory@example.com');
  await expect(wizard.linked).toBeVisible();
  await expect(wizard.dialog).toContainText('mallory@example.com');
});

test('a sign-in goes on while its dialog is closed; the browser opens again, and Cancel ends it', async ({
  start,
  provider,
  person,
}) => {
  const running = await start({ env: provider.env });
  const { page } = running;
  const wizard = linkWizard(page);
  const step = proving(wizard.dialog);
  await signIn(page, ADA);
  await setUpProvider(page, provider);
  await profileMenu(page).go('Your info');
  await yourInfo(page).add.click();
  await wizard.signInWith('Contoso ID').click();
  const first = await openedAddress(running, 1);
  // The person closes the browser in the middle.
  const closed = await person.newPage();
  await closed.goto(first);
  await closed.close();

  await page.keyboard.press('Escape');
  await expect(wizard.dialog).toBeHidden();
  await yourInfo(page).add.click();
  await expect(step.waiting).toBeVisible();
  await step.openAgain.click();
  expect(await openedAddress(running, 2)).toBe(first);
  await step.cancel.click();
  await expect(wizard.identifier).toBeFocused();
  await expect(person.request.get(new URL(first).searchParams.get('redirect_uri') ?? '')).rejects.toThrow(
    'ECONNREFUSED',
  );

  await wizard.signInWith('Contoso ID').click();
  await page.keyboard.press('Escape');
  await signInAtProvider(person, await openedAddress(running, 3), GRACE);
  await expect(notices(page)).toContainText('the account is linked');
  await expect(yourInfo(page).account(GRACE)).toContainText(PROVEN);
});

test('what was refused in the browser is said in words, and can be tried again', async ({
  withProvider: running,
  person,
}) => {
  const { page } = running;
  const step = proving(page);
  await signInScreen(page).with('Contoso ID').click();
  const visit = await person.newPage();
  await visit.goto(await openedAddress(running, 1));
  await visit.getByRole('link', { name: 'Cancel' }).click();
  await expect(visit.getByRole('heading', { name: 'The sign-in did not work' })).toBeVisible();
  await expect(step.refusal).toContainText('The sign-in was refused');
  await step.tryAgain.click();
  await signInAtProvider(person, await openedAddress(running, 2), ADA);
  await expect(dashboard(page).heading).toBeVisible();
});

test('Prove it turns Practice into signed in, and takes nobody else', async ({ start, provider, person }) => {
  const running = await start({ env: provider.env });
  const { page } = running;
  const info = yourInfo(page);
  await signIn(page, ADA);
  await link(page, GRACE);
  await setUpProvider(page, provider);

  await info.prove(GRACE).click();
  const again = proveAgainDialog(page, GRACE);
  await expect(proving(again.dialog).way(/Sign in with Contoso ID/)).toBeFocused();
  await proving(again.dialog).go.click();
  await signInAtProvider(person, await openedAddress(running, 1), 'mallory@example.com');
  await expect(proving(again.dialog).refusal).toContainText(`mallory@example.com signed in, not ${GRACE}`);
  // Both accounts still: the page behind the dialog has no roles.
  await expect(page.getByText('Practice', { exact: true })).toHaveCount(2);
  await proving(again.dialog).tryAgain.click();
  await signInAtProvider(person, await openedAddress(running, 2), GRACE);
  await expect(again.proven).toBeFocused();
  await expect(again.dialog).toContainText(PROVEN);
  await again.close.click();
  await expect(info.account(GRACE)).toContainText(PROVEN);
  await expect(info.account(GRACE)).not.toContainText('Practice');
  await expect(info.prove(GRACE)).toHaveCount(0);
});

test('the primary account is proven again too, and the button has the focus after it', async ({
  start,
  provider,
  person,
}) => {
  const running = await start({ env: provider.env });
  const { page } = running;
  const { primary } = yourInfo(page);
  await signIn(page, ADA);
  await setUpProvider(page, provider);
  await profileMenu(page).go('Your info');
  await primary.getByRole('button', { name: 'Prove it' }).click();
  await proving(proveAgainDialog(page, ADA).dialog).go.click();
  await signInAtProvider(person, await openedAddress(running, 1), ADA);
  await proveAgainDialog(page, ADA).close.click();
  await expect(primary).toContainText(PROVEN);
  await expect(primary.getByRole('button', { name: 'Prove again' })).toBeFocused();
});

test('without a client id the button says what is missing, and leads to where it is set up', async ({ window }) => {
  await signInScreen(window).with('Microsoft').click();
  await expect(proving(window).refusal).toContainText('Signing in needs a client ID first.');
  await signInScreen(window).setUp.click();
  await expect(window.getByRole('textbox', { name: /client\) id/i })).toBeVisible();
  await window.getByRole('button', { name: 'Back to sign in' }).click();
  await proving(window).back.click();
  await expect(signInScreen(window).identifier).toBeFocused();
});
