import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { dashboard } from './screens/dashboard.ts';
import { linkWizard } from './screens/link-wizard.ts';
import { localMailbox } from './screens/local-mailbox.ts';
import { profileMenu } from './screens/profile-menu.ts';
import { signInScreen } from './screens/sign-in.ts';
import { yourInfo } from './screens/your-info.ts';

/** Where `npm run tour` wants a picture of each step. */
const TOUR = process.env['SWITCHBOARD_TOUR'];

test('the nine steps: sign in, link an email and a phone number, switch, remove', async ({ window }) => {
  const primary = 'ada@example.com';
  const email = 'ada.lovelace@contoso.com';
  const phone = '+49 170 1234567';
  const menu = profileMenu(window);
  const info = yourInfo(window);
  const wizard = linkWizard(window);
  const mailbox = localMailbox(window);

  const picture = async (name: string) => {
    if (TOUR) await window.screenshot({ path: join(TOUR, `${name}.png`), animations: 'disabled' });
  };

  await test.step('1 sign in to the primary account', async () => {
    const screen = signInScreen(window);
    await expect(screen.heading).toBeVisible();
    await screen.identifier.fill(primary);
    await picture('1-sign-in');
    await screen.next.click();
    await screen.openMailbox.click();
    const code = await mailbox.codeFor(primary);
    await mailbox.back.click();
    await screen.code.fill(code);
    await screen.verify.click();
    await expect(dashboard(window).heading).toBeVisible();
  });

  await test.step('2 open Your info from the profile menu', async () => {
    await menu.button.click();
    await picture('2-your-info');
    await menu.item('Your info').click();
    await expect(info.heading).toBeVisible();
  });

  await test.step('3 find the section and its button', async () => {
    await expect(info.manage).toBeVisible();
    await picture('3-manage');
    await info.add.click();
  });

  await test.step('4 enter the email of another account', async () => {
    await expect(wizard.dialog).toBeVisible();
    await wizard.identifier.fill(email);
    await picture('4-enter');
    await wizard.add.click();
  });

  await test.step('5 type the code that arrived', async () => {
    await wizard.openMailbox.click();
    const code = await mailbox.codeFor(email);
    await mailbox.back.click();
    await wizard.code.fill(code);
    await picture('5-verify');
    await wizard.verify.click();
  });

  await test.step('6 read the confirmation', async () => {
    await expect(wizard.linked).toBeVisible();
    await expect(wizard.dialog).toContainText(email);
    await picture('6-confirm');
    await wizard.close.click();
    await expect(wizard.dialog).toBeHidden();
  });

  await test.step('7 repeat, with a phone number', async () => {
    await expect(info.account(email)).toBeVisible();
    await info.add.click();
    await wizard.identifier.fill('+49 (0)170 123 45 67');
    await wizard.add.click();
    await wizard.openMailbox.click();
    const code = await mailbox.codeFor(phone);
    await mailbox.back.click();
    await wizard.code.fill(`${code.slice(0, 3)} ${code.slice(3)}`);
    await wizard.verify.click();
    await expect(wizard.dialog).toContainText(phone);
    await wizard.close.click();
    await expect(info.linked).toHaveCount(2);
    await expect(info.linked.nth(0)).toHaveAccessibleName(new RegExp(`^${email}`));
    await expect(info.linked.nth(1)).toHaveAccessibleName(/^\+49 170 1234567/);
    await picture('7-repeat');
  });

  await test.step('8 switch to the linked account and land in its dashboard', async () => {
    await menu.switchTo(email);
    await expect(dashboard(window).heading).toBeVisible();
    await expect(dashboard(window).main).toContainText(email);
    await expect(dashboard(window).services).toBeVisible();
    await picture('8-switch');
    await menu.button.click();
    await expect(menu.account(email)).toBeChecked();
    await window.keyboard.press('Escape');
  });

  await test.step('9 remove a link with one button', async () => {
    await menu.go('Your info');
    await info.remove(phone).click();
    await expect(info.confirmation).toContainText(phone);
    await picture('9-remove');
    await info.confirmation.getByRole('button', { name: 'Remove' }).click();
    await expect(info.linked).toHaveCount(1);
    await expect(info.account(phone)).toHaveCount(0);
  });
});
