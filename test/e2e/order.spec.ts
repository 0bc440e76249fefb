import { expect, test } from './fixtures.ts';
import { profileMenu } from './screens/profile-menu.ts';
import { yourInfo } from './screens/your-info.ts';

test.use({ accounts: ['ada@example.com', 'one@contoso.com', 'two@contoso.com'] });

test('linked accounts are put in order by dragging, and stay so', async ({ start }) => {
  // Without a display: on a shared one, a window of another test that comes to the front ends a drag.
  const first = await start({ env: { SWITCHBOARD_HEADLESS: '1' } });
  const { page } = first;
  await profileMenu(page).go('Your info');
  const { linked, account } = yourInfo(page);
  await expect(linked.nth(1)).toContainText('two@contoso.com');

  await page.getByRole('button', { name: 'Move two@contoso.com', exact: true }).hover();
  await page.mouse.down();
  const target = await account('one@contoso.com').boundingBox();
  if (target === null) throw new Error('The row is not drawn');
  await page.mouse.move(target.x + 200, target.y + 30, { steps: 8 });
  await page.mouse.move(target.x + 200, target.y + 6, { steps: 8 });
  await page.mouse.up();
  await expect(linked.nth(0)).toContainText('two@contoso.com');
  await first.close();

  const second = await start();
  await profileMenu(second.page).go('Your info');
  await expect(yourInfo(second.page).linked.nth(0)).toContainText('two@contoso.com');
});
