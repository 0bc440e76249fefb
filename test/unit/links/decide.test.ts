import { expect, test } from 'vitest';
import { decide, readyRules } from '../../../main/links/decide.ts';
import { LinkRuleId, type LinkRule } from '../../../shared/domain/link.ts';
import { accountId } from '../../support/ids.ts';

const rule = (n: number, pattern: string): LinkRule => ({
  id: LinkRuleId.parse(`eeeeeeee-0000-4000-8000-${String(n).padStart(12, '0')}`),
  pattern,
  accountId: accountId(n),
});

test('the first rule that fits is taken, and none where none does', () => {
  const rules = readyRules([rule(1, 'a.example/x'), rule(2, '*.example'), rule(3, 'a.example')]);
  const taken = (address: string) => decide(rules, new URL(address))?.accountId ?? null;
  expect(taken('https://a.example/x')).toBe(accountId(1));
  expect(taken('https://a.example/y')).toBe(accountId(2));
  expect(taken('https://a.test/')).toBeNull();
});

test('500 rules are tried in microseconds', () => {
  const rules = readyRules(Array.from({ length: 500 }, (_, n) => rule(n, `*.tenant${n}.sharepoint.com/sites/team/*`)));
  const address = new URL('https://x.tenant499.sharepoint.com/sites/other');
  const rounds = Array.from({ length: 200 }, () => {
    const from = performance.now();
    decide(rules, address);
    return performance.now() - from;
  });
  const median = rounds.toSorted((a, b) => a - b)[100];
  // Some 20 µs; the limit leaves room for a machine that is busy.
  expect(median).toBeLessThan(0.5);
});
