import type { Page } from '@playwright/test';

/** The dialog that proves an account once more. */
export function proveAgainDialog(page: Page, identifier: string) {
  const dialog = page.getByRole('dialog', { name: `Prove ${identifier} again` });
  return {
    dialog,
    code: dialog.getByRole('textbox', { name: 'Verification code' }),
    verify: dialog.getByRole('button', { name: 'Verify' }),
    proven: dialog.getByRole('heading', { name: 'Account proven' }),
    close: dialog.getByRole('button', { name: 'Close', exact: true }),
  };
}
