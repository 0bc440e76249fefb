import { expect, test } from 'vitest';
import { createExternalBrowser } from '../../../main/shell/external-browser.ts';

test('opens what passes the gate, refuses the rest, and says so where the system has no browser', async () => {
  const opened: string[] = [];
  const browser = createExternalBrowser({ openExternal: async (address) => void opened.push(address) });
  expect(await browser.open(new URL('https://outlook.office.com/?login_hint=a%40b.example'))).toBe(true);
  for (const address of ['http://example.com', 'file:///etc/passwd', 'https://a:b@example.com', 'mailto:a@b.example']) {
    expect(await browser.open(new URL(address))).toBe(false);
  }
  expect(opened).toEqual(['https://outlook.office.com/?login_hint=a%40b.example']);

  const none = createExternalBrowser({ openExternal: () => Promise.reject(new Error('no browser')) });
  expect(await none.open(new URL('https://example.com'))).toBe(false);
});
