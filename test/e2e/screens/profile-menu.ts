import type { Page } from '@playwright/test';

/** The menu behind the picture top right. */
export function profileMenu(page: Page) {
  const button = page.getByRole('button', { name: 'Profile menu' });
  return {
    button,
    item: (name: string) => page.getByRole('menuitem', { name }),
    account: (identifier: string) => page.getByRole('menuitemradio', { name: identifier }),
    accounts: page.getByRole('menuitemradio'),
    /** Opens the menu and picks one of its pages. */
    async go(name: 'Your info' | 'Local mailbox' | 'Activity' | 'Settings') {
      await button.click();
      await page.getByRole('menuitem', { name }).click();
      await page.getByRole('heading', { name, level: 1 }).waitFor();
    },
    /** Opens the menu and picks an account. */
    async switchTo(identifier: string) {
      await button.click();
      await page.getByRole('menuitemradio', { name: identifier }).click();
    },
  };
}
