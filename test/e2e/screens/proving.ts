import type { Locator, Page } from '@playwright/test';

/** How an identifier is proven, in a dialog or on the sign-in page: by which way, and the wait for the browser. */
export function proving(within: Page | Locator) {
  const button = (name: string | RegExp) => within.getByRole('button', { name, exact: true });
  return {
    ways: within.getByRole('radiogroup', { name: 'How do you want to prove it?' }).getByRole('radio'),
    way: (name: string | RegExp) => within.getByRole('radio', { name }),
    go: button('Continue'),
    back: button('Back'),
    waiting: within.getByRole('heading', { name: 'Continue in your browser' }),
    openAgain: button('Open the browser again'),
    cancel: button('Cancel'),
    refusal: within.getByRole('alert'),
    tryAgain: button('Try again'),
    instead: (who: string) => within.getByRole('button', { name: `${who} instead` }),
  };
}
