import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { startArguments } from '../../../main/browsers/start-arguments.ts';
import { externalAddress } from '../../../main/external-address.ts';
import { decide, readyRules } from '../../../main/links/decide.ts';
import { mismatch, parsePattern } from '../../../main/links/pattern.ts';
import { BrowserName } from '../../../shared/domain/browser.ts';
import { LinkRuleId } from '../../../shared/domain/link.ts';
import { accountId } from '../../support/ids.ts';

const scheme = fc.constantFrom(
  'https:',
  'HTTPS:',
  ' https:',
  'https',
  'http:',
  'javascript:',
  'data:',
  'file:',
  'app:',
  'blob:https:',
  '--',
  '-',
  'java\nscript:',
  'switchboard:',
  'view-source:https:',
  'ms-settings:',
  '',
);
const host = fc.constantFrom(
  'a.example',
  'A.EXAMPLE',
  'a.example.',
  'x.a.example',
  'aexample',
  'user@a.example',
  'a.example@evil.test',
  'a.example:443',
  'a.example:1',
  '[::1]',
  '127.1',
  'ä.example',
  'xn--',
  '%61.example',
  'a\\b',
  '',
  '\0',
  'a example',
);
const tail = fc.oneof(
  fc.constantFrom('', '/', '/x', '/x/', '/x/../y', '/%2e%2e/x', '?--user-data-dir=/', '#-x', '/"; rm', '/*', '\n--x'),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constant(`/${'a'.repeat(3000)}`),
);
const written = fc
  .tuple(scheme, fc.constantFrom('//', '/', '', '\\\\', '///'), host, tail)
  .map((parts) => parts.join(''));
const address = fc.oneof({ weight: 4, arbitrary: written }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) });

const PATTERNS = ['a.example/x/*', '*.a.example', 'a.example', 'xn--4ca.example', '[::1]'];
const rules = readyRules(
  PATTERNS.map((pattern, n) => ({
    id: LinkRuleId.parse(`eeeeeeee-0000-4000-8000-00000000000${n}`),
    pattern,
    accountId: accountId(n),
  })),
);

test('25,000 addresses: what passes the gate is https without credentials, one argument, and of the host its rule names', () => {
  let passed = 0;
  let decided = 0;
  fc.assert(
    fc.property(address, fc.constantFrom(...BrowserName.options), (text, browser) => {
      parsePattern(text);
      const url = externalAddress(text);
      if (url === null) return;
      passed += 1;
      expect(url.href).toMatch(/^https:\/\/[^@/?#\s]+\//);
      const args = startArguments(browser, '/p', url);
      expect(args.at(-1)).toMatch(/^https:/);
      expect(args).toHaveLength(browser === 'firefox' ? 4 : 5);
      const rule = decide(rules, url);
      if (rule === null) return;
      decided += 1;
      const parsed = parsePattern(rule.pattern);
      expect(parsed.ok && mismatch(parsed.value, url)).toBeNull();
      expect(url.hostname.endsWith('a.example') || ['xn--4ca.example', '[::1]'].includes(url.hostname)).toBe(true);
    }),
    { numRuns: 25_000, seed: 20261126 },
  );
  // Neither is so for nothing.
  expect(passed).toBeGreaterThan(1_000);
  expect(decided).toBeGreaterThan(300);
});
