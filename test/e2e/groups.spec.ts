import type { Page } from '@playwright/test';
import type { LaunchedApp } from '../support/launch.ts';
import { fillFolder } from '../bench/fill.ts';
import { dashboard } from './screens/dashboard.ts';
import { notices } from './screens/notices.ts';
import { profileMenu } from './screens/profile-menu.ts';
import { yourInfo } from './screens/your-info.ts';
import { expect, servicePages, test } from './services.ts';

const email = (n: number) => `person-${n}@example.test`;

/** The dialog in which groups are made and changed. */
function groupsDialog(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Groups' });
  return {
    dialog,
    groups: dialog.getByRole('listitem'),
    name: dialog.getByRole('textbox', { name: 'Name of the group' }),
    async open() {
      await page.getByRole('button', { name: 'Groups, import and export' }).click();
      await page.getByRole('menuitem', { name: 'Groups...' }).click();
      await expect(dialog).toBeVisible();
    },
    async make(name: string, color: string) {
      await dialog.getByRole('textbox', { name: 'Name of the group' }).fill(name);
      await dialog.getByRole('radio', { name: color, exact: true }).click();
      await dialog.getByRole('button', { name: 'Create group' }).click();
      await expect(dialog.getByRole('listitem').filter({ hasText: name })).toBeVisible();
    },
    async act(group: string, action: string) {
      await dialog.getByRole('button', { name: `More for ${group}` }).click();
      await page.getByRole('menuitem', { name: action }).click();
    },
  };
}

/** Whom the pages of services ask to sign in: each account in its own session. */
const signIns = (running: LaunchedApp) => [
  ...new Set(servicePages(running).flatMap((one) => URL.parse(one.url())?.searchParams.get('login_hint') ?? [])),
];

test('groups are made, filled, filtered by, found, put in order, opened, renamed and deleted', async ({
  startOnSite,
  dataDir,
}) => {
  test.setTimeout(120_000);
  fillFolder(dataDir, 14);
  const running = await startOnSite();
  const { page } = running;
  const info = yourInfo(page);
  const groups = groupsDialog(page);
  const filter = page.getByRole('combobox', { name: 'Group' });
  await profileMenu(page).go('Your info');

  await test.step('made, with a name that no other has', async () => {
    await groups.open();
    await groups.make('Contoso', 'Purple');
    await groups.dialog.getByRole('button', { name: 'New group' }).click();
    await groups.name.fill('contoso');
    await page.keyboard.press('Enter');
    await expect(groups.dialog).toContainText('Another group has this name.');
    await groups.make('Fabrikam', 'Teal');
    await expect(groups.groups).toContainText(['Contoso', 'Fabrikam']);
  });

  await test.step('put in order', async () => {
    await groups.act('Fabrikam', 'Move up');
    await expect(groups.groups).toContainText(['Fabrikam', 'Contoso']);
    await groups.dialog.getByRole('button', { name: 'Close' }).click();
  });

  await test.step('one account put into a group from its menu', async () => {
    await page.getByRole('button', { name: `More for ${email(1)}`, exact: true }).click();
    await page.getByRole('menuitem', { name: 'Group' }).click();
    await page.getByRole('menuitemradio', { name: 'Contoso' }).click();
    await expect(info.account(email(1)).first()).toContainText('Contoso');
  });

  await test.step('many at once: all that are found', async () => {
    await page.getByRole('searchbox', { name: 'Search accounts' }).fill('person-1');
    await page.getByRole('button', { name: 'Put 5 accounts into' }).click();
    await page.getByRole('menuitemradio', { name: 'Fabrikam' }).click();
    await page.getByRole('searchbox', { name: 'Search accounts' }).fill('');
    await filter.selectOption('Fabrikam');
    await expect(info.linked).toHaveCount(5);
    await filter.selectOption('Contoso');
    await expect(page.getByRole('main')).toContainText('No linked account is in this group.');
  });

  await test.step('all opened, one service each', async () => {
    await filter.selectOption('Fabrikam');
    await page.getByRole('button', { name: 'Open all of Fabrikam' }).click();
    await expect(notices(page)).toContainText('Opened for 5 accounts.');
    await expect.poll(() => signIns(running).length).toBe(5);
    await profileMenu(page).go('Your info');
  });

  await test.step('more than ten are asked about first', async () => {
    await filter.selectOption('All groups');
    await page.getByRole('button', { name: 'Put 13 accounts into' }).click();
    await page.getByRole('menuitemradio', { name: 'Contoso' }).click();
    await filter.selectOption('Contoso');
    await page.getByRole('button', { name: 'Open all of Contoso' }).click();
    const question = page.getByRole('alertdialog', { name: 'Open 13 services?' });
    await question.getByRole('button', { name: 'Cancel' }).click();
    expect(signIns(running)).toHaveLength(5);
  });

  await test.step('found in the switcher by the group', async () => {
    await filter.selectOption('All groups');
    await page.getByRole('button', { name: `More for ${email(7)}` }).click();
    await page.getByRole('menuitem', { name: 'Group' }).click();
    await page.getByRole('menuitemradio', { name: 'Fabrikam' }).click();
    await page.keyboard.press('Control+k');
    const switcher = page.getByRole('dialog', { name: 'Switch account' });
    await expect(switcher).toBeVisible();
    await page.keyboard.type('fabrikam');
    await expect(switcher.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(dashboard(page).main).toContainText(email(7));
  });

  await test.step('renamed, and deleted without its accounts', async () => {
    await profileMenu(page).go('Your info');
    await groups.open();
    await groups.act('Fabrikam', 'Edit');
    await groups.name.fill('Northwind');
    await page.keyboard.press('Enter');
    await expect(groups.groups).toContainText(['Northwind', 'Contoso']);
    await groups.act('Contoso', 'Delete');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await expect(groups.groups).toHaveCount(1);
    await groups.dialog.getByRole('button', { name: 'Close' }).click();
    await filter.selectOption('No group');
    await expect(page.getByRole('main')).toContainText('12 accounts');
  });
});
