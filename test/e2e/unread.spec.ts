import { AccountId } from '../../shared/domain/account.ts';
import type { Unread } from '../../shared/domain/notifications.ts';
import { EVENT_CHANNEL } from '../../shared/ipc/bridge.ts';
import type { LaunchedApp } from '../support/launch.ts';
import { expect, test } from './fixtures.ts';
import { link, signIn } from './journeys.ts';
import { profileMenu } from './screens/profile-menu.ts';
import { yourInfo } from './screens/your-info.ts';

const PRIMARY = 'ada@example.com';
const OTHER = 'grace@contoso.com';

/** Tells the window what is unread, as main does. */
async function tell({ app }: LaunchedApp, payload: Unread): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [channel, message]) => BrowserWindow.getAllWindows()[0]?.webContents.send(channel, message),
    [EVENT_CHANNEL, { name: 'notifications.unread', payload }] as const,
  );
}

test('what is unread stands on the picture of its account, and is said with its name', async ({ running, window }) => {
  await signIn(window, PRIMARY);
  await link(window, OTHER);
  const ids = await running.app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.getMenuItemById('accounts')?.submenu?.items ?? []).map(({ id }) => id),
  );
  // The ids of the menu's items are made of those of the accounts.
  const [primary, other] = ids.slice(0, 2).map((id) => AccountId.parse(id.replace('account-', '')));
  if (!primary || !other) throw new Error('The menu has no two accounts');
  const [info, menu] = [yourInfo(window), profileMenu(window)];
  await tell(running, {
    total: 123,
    accounts: [
      { accountId: primary, count: 3, isLastKnown: true },
      { accountId: other, count: 120, isLastKnown: false },
    ],
  });

  await test.step('on Your info', async () => {
    await expect(info.primary).toContainText('3 unread when last open');
    await expect(info.account(OTHER)).toHaveAccessibleName(`${OTHER}, More than 99 unread`);
    await expect(info.account(OTHER)).toContainText('99+');
  });

  await test.step('in the profile menu', async () => {
    await menu.button.click();
    await expect(menu.account(PRIMARY)).toHaveAccessibleDescription('3 unread when last open');
    await expect(menu.account(OTHER)).toHaveAccessibleName(OTHER);
    await expect(menu.account(OTHER)).toContainText('99+');
    await window.keyboard.press('Escape');
  });

  await test.step('in the switcher', async () => {
    await window.keyboard.press('Control+k');
    await expect(window.getByRole('option', { name: PRIMARY })).toContainText('3 unread when last open');
    await expect(window.getByRole('option', { name: OTHER })).toContainText('More than 99 unread');
    await window.keyboard.press('Escape');
  });

  await test.step('and goes', async () => {
    await tell(running, { total: 0, accounts: [] });
    await expect(info.primary).not.toContainText('unread');
    await expect(info.account(OTHER)).toHaveAccessibleName(OTHER);
  });
});
