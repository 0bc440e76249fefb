import type { Page } from '@playwright/test';

/** The page that shows the primary account and everything linked to it. */
export function yourInfo(page: Page) {
  const manage = page.getByRole('region', { name: 'Manage your sign-in email or phone number' });
  const linked = page.getByRole('list', { name: 'Linked accounts' });
  return {
    heading: page.getByRole('heading', { name: 'Your info', level: 1 }),
    manage,
    add: manage.getByRole('button', { name: 'Add email or phone number' }),
    linked: linked.getByRole('listitem'),
    account: (identifier: string) => linked.getByRole('listitem').filter({ hasText: identifier }),
    prove: (identifier: string) =>
      linked.getByRole('listitem').filter({ hasText: identifier }).getByRole('button', { name: 'Prove it' }),
    /** The section of the primary account. */
    primary: page.getByRole('region', { name: 'Primary account' }),
    remove: (identifier: string) => page.getByRole('button', { name: `Remove ${identifier}` }),
    confirmation: page.getByRole('alertdialog', { name: 'Remove this account?' }),
    undo: page.getByRole('button', { name: 'Undo' }),
  };
}
