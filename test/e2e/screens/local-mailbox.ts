import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The page with the messages that never left this computer. */
export function localMailbox(page: Page) {
  const messages = page.getByRole('list', { name: 'Messages' }).getByRole('listitem');
  return {
    heading: page.getByRole('heading', { name: 'Local mailbox', level: 1 }),
    messages,
    back: page.getByRole('button', { name: 'Back to the code' }),
    /** The code in the newest message to a recipient, read as a person would. */
    async codeFor(recipient: string): Promise<string> {
      const newest = messages.filter({ hasText: recipient }).first();
      await expect(newest).toContainText(/\b\d{6}\b/);
      const text = (await newest.textContent()) ?? '';
      return /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0] ?? '';
    },
  };
}
