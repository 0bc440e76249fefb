import { expect, test } from './fixtures.ts';
import { fillFolder } from '../bench/fill.ts';
import { link, signIn } from './journeys.ts';
import { settings } from './screens/settings.ts';

const PRIMARY = 'ada@example.com';
const OTHER = 'grace@contoso.com';

test('what is told, and when: for all accounts and for one, at once and for good', async ({ start }) => {
  const first = await start();
  const { page } = first;
  await signIn(page, PRIMARY);
  await link(page, OTHER);
  const screen = settings(page);
  await screen.openNotifications();

  await test.step('for all', async () => {
    await page.getByRole('switch', { name: /on Switchboard's icon/ }).click();
    const quiet = page.getByRole('switch', { name: 'Quiet hours', exact: true });
    await expect(quiet).not.toBeChecked();
    await quiet.click();
    const hours = page.getByRole('group', { name: 'Quiet hours', exact: true });
    await expect(hours.getByLabel('From')).toHaveValue('22:00');
    await hours.getByLabel('Until').fill('06:30');
    await expect(hours).not.toContainText('all day');
    await hours.getByLabel('From').fill('06:30');
    await expect(hours).toContainText('quiet all day');
    await hours.getByLabel('From').fill('21:15');
  });

  await test.step('for one, by keyboard', async () => {
    const own = page.getByRole('combobox', { name: `Quiet hours of ${OTHER}` });
    await own.selectOption('Own quiet hours');
    const hours = page.getByRole('group', { name: `Quiet hours of ${OTHER}` });
    await hours.getByLabel('From').focus();
    await page.keyboard.type('1200PM');
    await expect(hours.getByLabel('From')).toHaveValue('12:00');
    await page.getByRole('combobox', { name: `Quiet hours of ${PRIMARY}` }).selectOption('No quiet hours');
    await page.getByRole('switch', { name: `Notifications of ${PRIMARY}` }).press('Space');
    await expect(page.getByRole('combobox', { name: `Quiet hours of ${PRIMARY}` })).toBeDisabled();
  });

  await first.close();
  const second = await start();
  const again = second.page;
  await settings(again).openNotifications();
  await expect(again.getByRole('switch', { name: 'Show notifications' })).toBeChecked();
  await expect(again.getByRole('switch', { name: /on Switchboard's icon/ })).not.toBeChecked();
  const general = again.getByRole('group', { name: 'Quiet hours', exact: true });
  await expect(general.getByLabel('From')).toHaveValue('21:15');
  await expect(general.getByLabel('Until')).toHaveValue('06:30');
  await expect(again.getByRole('switch', { name: `Notifications of ${PRIMARY}` })).not.toBeChecked();
  await expect(again.getByRole('switch', { name: `Notifications of ${OTHER}` })).toBeChecked();
  const own = again.getByRole('group', { name: `Quiet hours of ${OTHER}` });
  await expect(own.getByLabel('From')).toHaveValue('12:00');
  await expect(own.getByLabel('Until')).toHaveValue('07:00');
});

test('of a thousand accounts, fifty are drawn and any is found by typing', async ({ start, dataDir }) => {
  fillFolder(dataDir, 1000);
  const { page } = await start();
  const screen = settings(page);
  await screen.openNotifications();
  await expect(screen.panel.getByRole('listitem')).toHaveCount(50);
  await expect(screen.panel).toContainText('950 more. Type to narrow them down.');
  await page.getByRole('searchbox', { name: 'Search accounts' }).fill('person-777');
  await expect(screen.panel.getByRole('listitem')).toHaveCount(1);
  await page.getByRole('switch', { name: 'Notifications of person-777@example.test' }).click();
  await expect(page.getByRole('combobox', { name: 'Quiet hours of person-777@example.test' })).toBeDisabled();
  await page.getByRole('searchbox', { name: 'Search accounts' }).fill('nobody');
  await expect(screen.panel).toContainText('No account matches.');
});
