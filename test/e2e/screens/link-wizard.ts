import type { Page } from '@playwright/test';

/** The dialog of steps 4 to 6: add an identifier, prove it, read the confirmation. */
export function linkWizard(page: Page) {
  const dialog = page.getByRole('dialog', { name: /Add email or phone number|Account linked/ });
  return {
    dialog,
    identifier: dialog.getByRole('textbox', { name: 'Email or phone number' }),
    signInWith: (provider: string) => dialog.getByRole('button', { name: `Sign in with ${provider}` }),
    add: dialog.getByRole('button', { name: 'Add', exact: true }),
    code: dialog.getByRole('textbox', { name: 'Verification code' }),
    verify: dialog.getByRole('button', { name: 'Verify' }),
    resend: dialog.getByRole('button', { name: 'Resend code' }),
    openMailbox: dialog.getByRole('link', { name: 'Open local mailbox' }),
    different: dialog.getByRole('button', { name: 'Use a different email or phone number' }),
    error: dialog.getByRole('alert'),
    linked: dialog.getByRole('heading', { name: 'Account linked' }),
    close: dialog.getByRole('button', { name: 'Close', exact: true }),
  };
}
