import { expect, test } from 'vitest';
import { codesIn, inOneLine, saidIn } from '../../../main/delivery/said.ts';

test.each([
  [
    'Microsoft Graph and Azure',
    { error: { code: 'ErrorAccessDenied', message: 'Access is denied.' } },
    'Access is denied.',
  ],
  ['Twilio', { code: 21211, message: "Invalid 'To' Phone Number", status: 400 }, "Invalid 'To' Phone Number"],
  ['RFC 9457', { type: 'about:blank', title: 'Forbidden', detail: 'Not for you.' }, 'Not for you.'],
  ['a server of one’s own', { error: 'No such number' }, 'No such number'],
  ['JSON for programs', { code: 7 }, null],
])('the words of %s', (_name, body, said) => {
  expect(saidIn(JSON.stringify(body), [])).toBe(said);
});

test.each([
  ['plain text', 'Out of credit', 'Out of credit'],
  ['a page', '<!doctype html><title>502</title>', null],
  ['JSON that was cut off', '{"error": {"mess', null],
  ['nothing', '', null],
  ['blanks and controls', ' \r\n\u0000\u202e ', null],
])('%s', (_name, body, said) => {
  expect(saidIn(body, [])).toBe(said);
});

test('long words are cut at 300 characters', () => {
  const said = inOneLine('x'.repeat(1000), []);
  expect(said).toBe(`${'x'.repeat(299)}…`);
});

test('an empty secret hides nothing, and every place of a code is hidden', () => {
  expect(inOneLine('123456 and 123456', ['', '123456'])).toBe('··· and ···');
});

test('the code of a message is found in its text', () => {
  expect(codesIn({ subject: '', text: '012345 is your code' })).toEqual(['012345']);
  expect(codesIn({ subject: '', text: 'A test without one' })).toEqual([]);
});
