import type { Page } from '@playwright/test';

/** The services that are open in the active account's session, and what our own page says around the one on screen. */
export function openServices(page: Page) {
  const list = page.getByRole('tablist', { name: 'Open services' });
  const bar = page.getByRole('group', { name: 'Page' });
  const more = bar.getByRole('button', { name: 'More' });
  return {
    list,
    tabs: list.getByRole('tab'),
    dashboard: list.getByRole('tab', { name: 'Dashboard' }),
    /** A tab by the beginning of its name, which is its service's. */
    tab: (name: string) => list.getByRole('tab', { name: new RegExp(`^${name}\\b`) }),
    shown: list.getByRole('tab', { selected: true }),
    bar,
    address: bar.locator('[data-address]'),
    button: (name: 'Back' | 'Forward' | 'Reload' | 'Stop loading' | 'Copy address' | 'Open in browser') =>
      bar.getByRole('button', { name }),
    more,
    /** Opens the menu and picks an item. */
    async pick(name: string) {
      await more.click();
      await page.getByRole('menuitem', { name, exact: true }).click();
    },
    find: {
      field: page.getByRole('textbox', { name: 'Find in page' }),
      count: page.getByRole('search').getByRole('status'),
    },
    ask: page.getByRole('alertdialog').filter({ hasText: 'wants to use' }),
    unsaved: page.getByRole('dialog', { name: 'Close this tab?' }).or(page.getByRole('alertdialog', { name: 'Close this tab?' })),
    problem: page.getByRole('tabpanel').getByRole('heading', { level: 2 }),
    panel: page.getByRole('tabpanel'),
  };
}
