import { expect, test } from './fixtures.ts';
import { dashboard } from './screens/dashboard.ts';
import { profileMenu } from './screens/profile-menu.ts';

const PRIMARY = 'ada@example.com';
const OTHER = 'grace@contoso.com';

test.use({ accounts: [PRIMARY, OTHER] });

test.beforeEach(({ window }) => expect(dashboard(window).heading).toBeVisible());

test('from the profile menu', async ({ window }) => {
  await profileMenu(window).switchTo(OTHER);
  await expect(dashboard(window).main).toContainText(OTHER);
  await profileMenu(window).switchTo(PRIMARY);
  await expect(dashboard(window).main).toContainText(PRIMARY);
});

test('from the tray', async ({ window, running }) => {
  const labels = (await running.trayItems()).map(({ label }) => label);
  expect(labels).toEqual(
    expect.arrayContaining([PRIMARY, OTHER, 'Your info', 'Add email or phone number...', 'Quit Switchboard']),
  );
  await running.clickTrayItem(OTHER);
  await expect(dashboard(window).heading).toBeVisible();
  await expect(dashboard(window).main).toContainText(OTHER);
  await expect.poll(async () => (await running.trayItems()).find(({ checked }) => checked)?.label).toBe(OTHER);
});

test('with Ctrl+1 and Ctrl+2', async ({ window }) => {
  await window.keyboard.press('Control+2');
  await expect(dashboard(window).main).toContainText(OTHER);
  await window.keyboard.press('Control+1');
  await expect(dashboard(window).main).toContainText(PRIMARY);
});

test('with the switcher: Ctrl+K, type, Enter', async ({ window }) => {
  await window.keyboard.press('Control+k');
  const dialog = window.getByRole('dialog', { name: 'Switch account' });
  await expect(dialog).toBeVisible();
  await window.keyboard.type('grace');
  await window.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(dashboard(window).main).toContainText(OTHER);
});

test('a service opens in the system browser too, with the account as hint', async ({ window, running }) => {
  await profileMenu(window).switchTo(OTHER);
  // Nobody said whose account it is, so both kinds are shown, and each opens its own.
  for (const [group, address] of [
    ['Personal account', 'https://outlook.live.com/mail/0/?login_hint=grace%40contoso.com'],
    ['Work or school account', 'https://outlook.office.com/mail/?login_hint=grace%40contoso.com'],
  ] as const) {
    await dashboard(window).inBrowser(group, 'Outlook').click();
    await expect.poll(() => running.openedAddresses()).toContain(address);
  }
});
