import type { Locator, Page } from '@playwright/test';

/** The bars under the top bar. What they say is read out too, and stands in the page a second time for that. */
export function notices(page: Page): Locator {
  return page.getByRole('region', { name: 'Notices' });
}
