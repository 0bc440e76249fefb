import type { Page } from '@playwright/test';

/** The page of step 1: sign in with the primary account. */
export function signInScreen(page: Page) {
  return {
    heading: page.getByRole('heading', { name: 'Sign in to Switchboard' }),
    identifier: page.getByRole('textbox', { name: 'Email or phone number' }),
    with: (provider: string) => page.getByRole('button', { name: `Sign in with ${provider}` }),
    setUp: page.getByRole('button', { name: 'Set up sign-in' }),
    next: page.getByRole('button', { name: 'Next' }),
    code: page.getByRole('textbox', { name: 'Verification code' }),
    verify: page.getByRole('button', { name: 'Verify' }),
    resend: page.getByRole('button', { name: 'Resend code' }),
    error: page.getByRole('alert'),
    openMailbox: page.getByRole('link', { name: 'Open local mailbox' }),
  };
}
