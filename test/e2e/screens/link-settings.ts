import type { Page } from '@playwright/test';

/** The part of the settings that says which account opens which link. */
export function linkSettings(page: Page) {
  const dialog = page.getByRole('dialog');
  const panel = page.getByRole('tabpanel');
  const add = panel.getByRole('button', { name: 'Add rule' });
  const pattern = dialog.getByRole('textbox', { name: 'Site or address' });
  const save = dialog.getByRole('button', { name: 'Save' });
  const pick = (identifier: string) => dialog.getByRole('radio', { name: identifier }).click();
  return {
    dialog,
    add,
    pattern,
    save,
    pick,
    rules: panel.getByRole('list', { name: 'Rules' }).getByRole('listitem'),
    outcome: panel.getByRole('status'),
    openIt: panel.getByRole('button', { name: 'Open it...' }),
    export: panel.getByRole('button', { name: 'Export' }),
    exported: dialog.getByRole('textbox'),
    question: page.getByRole('alertdialog', { name: 'Open link' }),
    async open() {
      await page.keyboard.press('Control+,');
      await page.getByRole('tab', { name: 'Links' }).click();
    },
    async addRule(text: string, identifier: string) {
      await add.click();
      await pattern.fill(text);
      await pick(identifier);
      await save.click();
      await dialog.waitFor({ state: 'hidden' });
    },
    async tryAddress(address: string) {
      await panel.getByRole('textbox', { name: 'Address' }).fill(address);
      await panel.getByRole('button', { name: 'Try', exact: true }).click();
    },
  };
}
