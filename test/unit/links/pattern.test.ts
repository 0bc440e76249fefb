import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mismatch, parsePattern, showPattern } from '../../../main/links/pattern.ts';
import type { PatternProblem } from '../../../shared/errors.ts';
import { value } from '../../support/core.ts';

test.each<[typed: string, shown: string]>([
  ['contoso.sharepoint.com', 'contoso.sharepoint.com'],
  ['  HTTPS://Contoso.SharePoint.com/ ', 'contoso.sharepoint.com'],
  ['contoso.sharepoint.com/*', 'contoso.sharepoint.com'],
  ['*.SharePoint.com', '*.sharepoint.com'],
  ['dev.azure.com/Contoso/*', 'dev.azure.com/Contoso/*'],
  ['dev.azure.com/contoso*', 'dev.azure.com/contoso*'],
  ['dev.azure.com/contoso', 'dev.azure.com/contoso'],
  ['*.example.com/a b', '*.example.com/a%20b'],
  ['münchen.example', 'xn--mnchen-3ya.example'],
  ['example.com:8443', 'example.com:8443'],
  ['example.com:443', 'example.com'],
  ['example.com/a/../b/*', 'example.com/b/*'],
  ['localhost', 'localhost'],
  ['192.0.2.1', '192.0.2.1'],
  ['[2001:DB8::1]/x', '[2001:db8::1]/x'],
])('%s is read as %s', (typed, shown) => {
  const pattern = value(parsePattern(typed));
  expect(showPattern(pattern)).toBe(shown);
  expect(value(parsePattern(shown))).toEqual(pattern);
});

test.each<[typed: string, problem: PatternProblem]>([
  ['', 'empty'],
  ['  ', 'empty'],
  ['a'.repeat(301), 'too-long'],
  [`example.com/${'ü'.repeat(100)}`, 'too-long'],
  ['http://example.com', 'not-https'],
  ['javascript://example.com', 'not-https'],
  ['https:/example.com', 'not-a-host'],
  ['javascript:alert(1)', 'not-a-host'],
  ['exa mple.com', 'not-a-host'],
  ['example.com\\@evil.example', 'has-credentials'],
  ['example.com\\evil', 'not-a-host'],
  ['example.com.', 'not-a-host'],
  ['/path', 'not-a-host'],
  ['*.', 'not-a-host'],
  ['*.192.0.2.1', 'not-a-host'],
  ['*.[2001:db8::1]', 'not-a-host'],
  ['user@example.com', 'has-credentials'],
  ['https://user:secret@example.com', 'has-credentials'],
  ['example.com/?a=1', 'has-query'],
  ['example.com#top', 'has-query'],
  ['*', 'star-in-host'],
  ['*.*.com', 'star-in-host'],
  ['a*.example.com', 'star-in-host'],
  ['example.*', 'star-in-host'],
  ['example.com/*/b', 'star-in-path'],
  ['example.com/a**', 'star-in-path'],
])('%s is refused as %s', (typed, problem) => {
  expect(parsePattern(typed)).toEqual({ ok: false, error: { code: 'pattern-invalid', problem } });
});

test.each<[pattern: string, address: string, why: 'host' | 'path' | null]>([
  ['contoso.sharepoint.com', 'https://CONTOSO.sharepoint.com/sites/x?y#z', null],
  ['contoso.sharepoint.com', 'https://contoso.sharepoint.com:444/', 'host'],
  ['contoso.sharepoint.com', 'https://contoso.sharepoint.com.evil.example/', 'host'],
  ['contoso.sharepoint.com', 'https://a.contoso.sharepoint.com/', 'host'],
  ['*.sharepoint.com', 'https://contoso.sharepoint.com/', null],
  ['*.sharepoint.com', 'https://a.b.sharepoint.com/', null],
  ['*.sharepoint.com', 'https://sharepoint.com/', 'host'],
  ['*.sharepoint.com', 'https://evilsharepoint.com/', 'host'],
  ['dev.azure.com/contoso/*', 'https://dev.azure.com/contoso/x', null],
  ['dev.azure.com/contoso/*', 'https://dev.azure.com/contoso', null],
  ['dev.azure.com/contoso/*', 'https://dev.azure.com/contoso?x', null],
  ['dev.azure.com/contoso/*', 'https://dev.azure.com/contosoevil', 'path'],
  ['dev.azure.com/contoso/*', 'https://dev.azure.com/x/../contoso/y', null],
  ['dev.azure.com/contoso/*', 'https://dev.azure.com/contoso/../x', 'path'],
  ['dev.azure.com/contoso*', 'https://dev.azure.com/contoso-two', null],
  ['dev.azure.com/contoso', 'https://dev.azure.com/contoso', null],
  ['dev.azure.com/contoso', 'https://dev.azure.com/contoso/', 'path'],
  ['dev.azure.com/contoso', 'https://dev.azure.com/Contoso', 'path'],
  ['münchen.example', 'https://MÜNCHEN.example/', null],
])('%s and %s: %s', (pattern, address, why) => {
  expect(mismatch(value(parsePattern(pattern)), new URL(address))).toBe(why);
});

test('whatever is typed is refused, or reads back as it is shown', () => {
  const piece = fc.oneof(
    fc.constantFrom('*', '*.', '.', '/', 'https://', 'a.example', '@', ':', '\\', '%2e', '..', ' ', 'ü', '?', '[', ']'),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );
  const typed = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(typed, (text) => {
      const parsed = parsePattern(text);
      if (!parsed.ok) return;
      const shown = showPattern(parsed.value);
      expect(value(parsePattern(shown))).toEqual(parsed.value);
      expect(URL.parse(`https://${parsed.value.host}/`)?.host).toBe(parsed.value.host);
    }),
    { numRuns: 2_000, seed: 20261126 },
  );
});
