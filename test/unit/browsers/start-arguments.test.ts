import { expect, test } from 'vitest';
import { startArguments } from '../../../main/browsers/start-arguments.ts';
import { BrowserName } from '../../../shared/domain/browser.ts';

const address = new URL('https://outlook.office.com/mail/?login_hint=a%40b.example');

test.each(['edge', 'chrome', 'chromium'] as const)(
  '%s gets its switches, then an end of them, then the address',
  (name) => {
    expect(startArguments(name, '/data/browser-profiles/x', address)).toEqual([
      '--user-data-dir=/data/browser-profiles/x',
      '--no-first-run',
      '--no-default-browser-check',
      '--',
      address.href,
    ]);
  },
);

test('Firefox gets its profile and a tab', () => {
  expect(startArguments('firefox', '/p', address)).toEqual(['-profile', '/p', '-new-tab', address.href]);
});

test.each(BrowserName.options)('an address is one argument of %s, whatever is in it', (name) => {
  for (const text of [
    'https://a.example/ --load-extension=/x',
    'https://a.example/?"; calc',
    'https://a.example/%0a-x',
  ]) {
    const args = startArguments(name, '/p', new URL(text));
    expect(args.at(-1)).toBe(new URL(text).href);
    expect(args.filter((argument) => argument.includes('a.example'))).toHaveLength(1);
  }
});
