import type { Page } from '@playwright/test';

/** The page of what the person prefers, and of how identifiers are proven. */
export function settings(page: Page) {
  const panel = page.getByRole('tabpanel');
  return {
    heading: page.getByRole('heading', { name: 'Settings', level: 1 }),
    general: page.getByRole('tab', { name: 'General' }),
    services: page.getByRole('tab', { name: 'Services' }),
    verification: page.getByRole('tab', { name: 'Verification' }),
    panel,
    /** One way in the list: its name, how it stands, its last test. */
    way: (title: string) => panel.getByRole('listitem').filter({ has: page.getByText(title, { exact: true }) }),
    secrets: panel.getByRole('region', { name: 'Passwords and keys' }),
    form: (title: string) => panel.getByRole('region', { name: title }),
    back: panel.getByRole('button', { name: 'Verification' }),
    save: panel.getByRole('button', { name: 'Save', exact: true }),
    test: panel.getByRole('button', { name: /[Ss]end a test$/ }),
    recipient: panel.getByRole('textbox', { name: /to send a test to$/ }),
    error: panel.getByRole('alert'),
    field: (label: string | RegExp) => panel.getByLabel(label, { exact: true }),
    /** Opens the tab from wherever the window is. */
    async openVerification() {
      await page.getByRole('banner').waitFor();
      await page.keyboard.press('Control+,');
      await page.getByRole('tab', { name: 'Verification' }).click();
      await page.getByRole('heading', { name: 'Verification', level: 2 }).waitFor();
    },
    /** Opens the form of a way from the list. */
    async open(title: string) {
      await panel.getByRole('button', { name: new RegExp(`^(Set up|Change) ${title}$`) }).click();
      await page.getByRole('heading', { name: title, level: 2 }).waitFor();
    },
  };
}
