import { expect, type Page } from '@playwright/test';
import { dashboard } from './screens/dashboard.ts';
import { linkWizard } from './screens/link-wizard.ts';
import { localMailbox } from './screens/local-mailbox.ts';
import { profileMenu } from './screens/profile-menu.ts';
import { signInScreen } from './screens/sign-in.ts';
import { yourInfo } from './screens/your-info.ts';

/** Signs in to the primary account with the code from the local mailbox, and lands on the dashboard. */
export async function signIn(page: Page, identifier: string): Promise<void> {
  const screen = signInScreen(page);
  await screen.identifier.fill(identifier);
  await screen.next.click();
  await screen.openMailbox.click();
  const mailbox = localMailbox(page);
  const code = await mailbox.codeFor(identifier);
  await mailbox.back.click();
  await screen.code.fill(code);
  await screen.verify.click();
  await expect(dashboard(page).heading).toBeVisible();
}

/** Opens Your info, types an identifier into the dialog, and stops where the code is awaited. */
export async function startLink(page: Page, typed: string): Promise<void> {
  const info = yourInfo(page);
  if (!(await info.heading.isVisible())) await profileMenu(page).go('Your info');
  await info.add.click();
  const wizard = linkWizard(page);
  await wizard.identifier.fill(typed);
  await wizard.add.click();
  await expect(wizard.code).toBeVisible();
}

/**
 * From the code step: reads the newest code in the local mailbox and comes back to the dialog, without typing it.
 * `sent` is how many messages to this recipient there are by then.
 */
export async function fetchCode(page: Page, shown: string, sent = 1): Promise<string> {
  await linkWizard(page).openMailbox.click();
  const mailbox = localMailbox(page);
  await expect(mailbox.messages.filter({ hasText: shown })).toHaveCount(sent);
  const code = await mailbox.codeFor(shown);
  await mailbox.back.click();
  await expect(linkWizard(page).code).toBeVisible();
  return code;
}

/** Steps 3 to 6 for one account. `shown` is how the app writes what was typed. */
export async function link(page: Page, typed: string, shown: string = typed): Promise<void> {
  await startLink(page, typed);
  const code = await fetchCode(page, shown);
  const wizard = linkWizard(page);
  await wizard.code.fill(code);
  await wizard.verify.click();
  await expect(wizard.linked).toBeVisible();
  await wizard.close.click();
  await expect(wizard.dialog).toBeHidden();
}
