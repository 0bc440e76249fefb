import { expect, test } from './fixtures.ts';
import { link, signIn } from './journeys.ts';
import { linkSettings } from './screens/link-settings.ts';

test('rules say which account opens a link: added, ordered, tried, exported, and made by the question', async ({
  window: page,
}) => {
  await signIn(page, 'ada@example.com');
  await link(page, 'work@contoso.com');
  const screen = linkSettings(page);
  await screen.open();

  await test.step('a pattern that is none says what to do', async () => {
    await screen.add.click();
    await screen.pattern.fill('a*.example.com');
    await screen.save.click();
    await expect(screen.dialog).toContainText('*.sharepoint.com');
    await screen.pattern.fill('https://Dev.Azure.com/contoso/*');
    await screen.pick('work@contoso.com');
    await screen.save.click();
    await expect(screen.rules).toHaveCount(1);
  });

  await test.step('the first rule that fits is taken; the keyboard changes the order', async () => {
    await screen.addRule('*.azure.com', 'ada@example.com');
    await screen.tryAddress('https://dev.azure.com/contoso/site');
    await expect(screen.outcome).toContainText('opens in work@contoso.com, by the rule dev.azure.com/contoso/*');
    await page.getByRole('button', { name: 'Move *.azure.com', exact: true }).press('Alt+ArrowUp');
    await expect(screen.rules.first()).toContainText('*.azure.com');
    await screen.tryAddress('https://dev.azure.com/contoso/site');
    await expect(screen.outcome).toContainText('opens in ada@example.com, by the rule *.azure.com');
  });

  await test.step('the question shows the address and opens nothing by itself', async () => {
    await screen.tryAddress('https://portal.example/path?x=1');
    await expect(screen.outcome).toContainText('No rule fits portal.example');
    await screen.openIt.click();
    await expect(screen.question).toContainText('https://portal.example/path?x=1');
    await expect(screen.question.getByRole('radio', { name: 'ada@example.com' })).toBeChecked();
    await screen.question.getByRole('radio', { name: 'work@contoso.com' }).click();
    await screen.question.getByRole('checkbox', { name: 'Always open portal.example in this account' }).click();
    await screen.question.getByRole('button', { name: 'Open' }).click();
    await expect(screen.question).toBeHidden();
    await expect(screen.rules.first()).toContainText('portal.example');
  });

  await test.step('exported, changed and removed', async () => {
    await screen.export.click();
    await expect(screen.exported).toHaveValue(/"pattern": "portal.example",\s+"identifier": "work@contoso.com"/);
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Change portal.example' }).click();
    await screen.pattern.fill('portal.example/x');
    await screen.save.click();
    await page.getByRole('button', { name: 'Remove portal.example/x' }).click();
    await expect(screen.rules).toHaveCount(2);
  });
});
