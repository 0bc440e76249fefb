import { expect, test } from './fixtures.ts';
import { fetchCode, link, signIn, startLink } from './journeys.ts';
import { dashboard } from './screens/dashboard.ts';
import { linkWizard } from './screens/link-wizard.ts';
import { signInScreen } from './screens/sign-in.ts';
import { yourInfo } from './screens/your-info.ts';
import { passTime } from './clock.ts';

test('quitting in mid-challenge and starting again goes on where it was', async ({ start }) => {
  const first = await start();
  await signIn(first.page, 'ada@example.com');
  await startLink(first.page, 'grace@contoso.com');
  await first.close();

  const second = await start();
  await expect(dashboard(second.page).heading).toBeVisible();
  await second.page.getByRole('button', { name: 'Profile menu' }).click();
  await second.page.getByRole('menuitem', { name: 'Your info' }).click();
  await yourInfo(second.page).add.click();
  const wizard = linkWizard(second.page);
  await expect(wizard.dialog).toContainText('grace@contoso.com');
  // The old message went with the old mailbox, so a new code is asked for.
  await passTime(second, 31_000);
  await wizard.resend.click();
  await wizard.code.fill(await fetchCode(second.page, 'grace@contoso.com'));
  await wizard.verify.click();
  await expect(wizard.linked).toBeVisible();
});

test('quitting in mid-sign-in comes back to who was to sign in, and a new code goes on', async ({ start }) => {
  const first = await start();
  await signInScreen(first.page).identifier.fill('ada@example.com');
  await signInScreen(first.page).next.click();
  await expect(signInScreen(first.page).code).toBeVisible();
  await first.close();

  const second = await start();
  const screen = signInScreen(second.page);
  // Without a key store the old code cannot be checked any more.
  await expect(screen.error).toContainText('The code for ada@example.com no longer counts');
  await passTime(second, 31_000);
  await screen.resend.click();
  await expect(screen.code).toBeVisible();
});

test('accounts, their order and the active one are there again', async ({ start }) => {
  const first = await start();
  await signIn(first.page, 'ada@example.com');
  await link(first.page, 'grace@contoso.com');
  await first.page.keyboard.press('Control+2');
  await expect(dashboard(first.page).main).toContainText('grace@contoso.com');
  await first.close();

  const second = await start();
  await expect(dashboard(second.page).heading).toBeVisible();
  await expect(dashboard(second.page).main).toContainText('grace@contoso.com');
});
