import type { Page } from '@playwright/test';

/** The page that shows what happened. */
export function activityPage(page: Page) {
  const list = page.getByRole('list', { name: 'Activity, newest first' });
  return {
    heading: page.getByRole('heading', { name: 'Activity', level: 1 }),
    entries: list.getByRole('listitem'),
    days: list.getByRole('heading', { level: 2 }),
    account: page.getByRole('combobox', { name: 'Account' }),
    kind: page.getByRole('combobox', { name: 'Kind' }),
    clear: page.getByRole('button', { name: 'Clear activity' }),
    confirmation: page.getByRole('alertdialog', { name: 'Clear activity?' }),
    async export(format: 'CSV' | 'JSON') {
      await page.getByRole('button', { name: 'Export' }).click();
      await page.getByRole('menuitem', { name: `As ${format}` }).click();
    },
  };
}
