import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { dashboard } from './screens/dashboard.ts';
import { linkWizard } from './screens/link-wizard.ts';
import { localMailbox } from './screens/local-mailbox.ts';
import { profileMenu } from './screens/profile-menu.ts';
import { signInScreen } from './screens/sign-in.ts';
import { yourInfo } from './screens/your-info.ts';

/** Presses Tab, or another key that moves on, until the element has the focus, as a person would who cannot use a mouse. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' | 'ArrowDown' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused();
}

async function pick(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await tabTo(page, target, key);
  await page.keyboard.press('Enter');
}

test('all nine steps by keyboard alone', async ({ window: page }) => {
  const screen = signInScreen(page);
  const mailbox = localMailbox(page);
  const menu = profileMenu(page);
  const info = yourInfo(page);
  const wizard = linkWizard(page);
  const other = 'grace@contoso.com';

  await expect(screen.identifier).toBeFocused();
  await page.keyboard.type('ada@example.com');
  await page.keyboard.press('Enter');
  await expect(screen.code).toBeFocused();
  await pick(page, screen.openMailbox);
  const first = await mailbox.codeFor('ada@example.com');
  await pick(page, mailbox.back);
  await expect(screen.code).toBeFocused();
  await page.keyboard.type(first);
  await page.keyboard.press('Enter');
  await expect(dashboard(page).heading).toBeVisible();

  await pick(page, menu.button, 'Shift+Tab');
  await tabTo(page, menu.item('Your info'), 'ArrowDown');
  await page.keyboard.press('Enter');
  await expect(info.heading).toBeVisible();

  await pick(page, info.add);
  await expect(wizard.identifier).toBeFocused();
  await page.keyboard.type(other);
  await page.keyboard.press('Enter');
  await expect(wizard.code).toBeFocused();
  await pick(page, wizard.openMailbox);
  const second = await mailbox.codeFor(other);
  await pick(page, mailbox.back);
  await expect(wizard.code).toBeFocused();
  await page.keyboard.type(second);
  await page.keyboard.press('Enter');
  await expect(wizard.linked).toBeVisible();
  await pick(page, wizard.close);
  await expect(wizard.dialog).toBeHidden();
  await expect(info.add).toBeFocused();

  await pick(page, menu.button, 'Shift+Tab');
  await tabTo(page, menu.account(other), 'ArrowDown');
  await page.keyboard.press('Enter');
  // Until the page has taken the focus, it would take it from the menu that is opened next.
  await expect(dashboard(page).heading).toBeFocused();
  await expect(dashboard(page).main).toContainText(other);

  await pick(page, menu.button, 'Shift+Tab');
  await tabTo(page, menu.item('Your info'), 'ArrowDown');
  await page.keyboard.press('Enter');
  await pick(page, info.remove(other));
  await expect(info.confirmation).toBeVisible();
  await pick(page, info.confirmation.getByRole('button', { name: 'Remove' }));
  await expect(info.linked).toHaveCount(0);
});
