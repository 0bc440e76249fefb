import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseIdentifier } from '../../../main/identifiers/parse.ts';
import { showIdentifier } from '../../../main/identifiers/show.ts';

const read = (typed: string, region = 'DE') => {
  const result = parseIdentifier(typed, region);
  return result.ok ? result.value.value : result.error;
};

describe('email', () => {
  test.each([
    ['Maria@Example.COM', 'maria@example.com'],
    ['  maria@example.com\n', 'maria@example.com'],
    ['\u200bmaria@example.com\u2060', 'maria@example.com'],
    ['ｍaria＠example.com', 'maria@example.com'],
    ['maria@bücher.example', 'maria@xn--bcher-kva.example'],
    ['maria@BÜCHER.example', 'maria@xn--bcher-kva.example'],
    ['maria+work.2@sub.example.co', 'maria+work.2@sub.example.co'],
    ['jörg@example.com', 'jörg@example.com'],
    ["o'neill@example.com", "o'neill@example.com"],
  ])('%j is %s', (typed, value) => expect(read(typed)).toBe(value));

  test.each([
    'a@b@c.com',
    'a@x.test, b@x.test',
    'a@x.test;b@y.test',
    '<b@x.test>a@x.test',
    'a@x.test\r\nBcc: b@x.test',
    '"a b"@x.test',
    'a b@x.test',
    'maria@',
    '@example.com',
    'maria@localhost',
    'maria@[127.0.0.1]',
    'maria@127.0.0.1',
    '.maria@example.com',
    'maria..b@example.com',
    'maria@example..com',
    'mailto:maria@example.com',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(60)}.com`,
  ])('%j is refused', (typed) => expect(read(typed)).toEqual({ code: 'email-invalid' }));

  test('keeps the local part as typed for sending, and shows the domain in its own letters', () => {
    const result = parseIdentifier('Maria.Lopez@BÜCHER.example', 'DE');
    if (!result.ok) throw new Error(result.error.code);
    expect(result.value.address).toBe('Maria.Lopez@xn--bcher-kva.example');
    expect(showIdentifier(result.value).display).toBe('Maria.Lopez@bücher.example');
  });
});

describe('phone', () => {
  test.each([
    ['+49 (0)170 1234567', 'DE', '+491701234567'],
    ['+44 (0)20 7946 0018', 'DE', '+442079460018'],
    ['0170 1234567', 'DE', '+491701234567'],
    ['0170/123-45.67', 'DE', '+491701234567'],
    ['0049 170 1234567', 'DE', '+491701234567'],
    ['(202) 555-0143', 'US', '+12025550143'],
    ['202\u2011555\u20110143', 'US', '+12025550143'],
    ['+39 06 698 1234', 'US', '+39066981234'],
    ['＋49 170 1234567', 'US', '+491701234567'],
  ])('%j typed in %s is %s', (typed, _region, value) => expect(read(typed, _region)).toBe(value));

  test.each([
    ['12', 'DE', 'too-short'],
    ['+49 170 12345678901234', 'DE', 'too-long'],
    ['+999 170 1234567', 'DE', 'unknown-country'],
    ['0170 1234567', 'ZZ', 'unknown-country'],
    ['+49 170 1234567 ext. 12', 'DE', 'not-a-number'],
  ])('%j typed in %s is %s', (typed, region, reason) =>
    expect(read(typed, region)).toEqual({ code: 'phone-impossible', reason }),
  );
});

test.each(['', '   ', '\u200b', '\n\t'])('%j is empty', (typed) => {
  expect(read(typed)).toEqual({ code: 'identifier-empty' });
});

test.each(['maria', 'hello world', 'maria.example.com', '+', '☎', '0170 1234567, 0170 7654321'])(
  '%j is neither email nor phone',
  (typed) => expect(read(typed)).toEqual({ code: 'identifier-unrecognized' }),
);

const digits = fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: 3, maxLength: 17 });
const local = fc.string({
  unit: fc.constantFrom(...Array.from('aZ09.+_-\'"@ ,;<>()éÉßİſΣσς\u0301ﬁＡ\r\n\0')),
  minLength: 1,
  maxLength: 12,
});
const domain = fc.string({
  unit: fc.constantFrom(...Array.from('abZ09.-üßſ。xn--\u200d\u0301İ漢אЖ')),
  minLength: 1,
  maxLength: 14,
});
const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.emailAddress(),
  fc.tuple(local, domain).map(([left, right]) => `${left}@${right}.example`),
  fc
    .tuple(fc.constantFrom('+', '00', '0', '', '+49', '+1', '+44 (0)', '+39 0', '+800', '+55 '), digits)
    .map((parts) => parts.join('')),
  fc.tuple(digits, fc.constantFrom(' ', '-', '/', ' (0) ', ' x', ','), digits).map((parts) => parts.join('')),
);

test('200,000 inputs: never thrown, one normal form, shown and read back the same, one recipient', () => {
  fc.assert(
    fc.property(typed, fc.constantFrom('DE', 'US', 'IT', 'BR', 'AR', 'ZZ'), (text, region) => {
      const first = parseIdentifier(text, region);
      if (!first.ok) return;
      const { kind, value, address } = first.value;
      const shown = showIdentifier(first.value).display;
      expect(parseIdentifier(shown, region)).toEqual(first);
      expect(parseIdentifier(shown, 'ZZ')).toEqual(first);
      expect(parseIdentifier(value, region)).toEqual({ ok: true, value: { kind, value, address: value } });
      // One recipient: nothing that a mail header or an SMTP command could read as a second one.
      expect(address).not.toMatch(/[\s,;:<>()"\\\p{Cc}]|@.*@/u);
      expect(kind === 'phone' ? address : address.toLowerCase().normalize('NFC')).toBe(value);
    }),
    { numRuns: 200_000, seed: 20261123 },
  );
});
