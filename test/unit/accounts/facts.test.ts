import { expect, test } from 'vitest';
import { COLOR_COUNT } from '../../../shared/domain/account.ts';
import { leastUsedColor } from '../../../main/least-used-color.ts';
import { initialsOf } from '../../../main/accounts/initials.ts';
import { kindOf } from '../../../main/accounts/kind.ts';

test.each([
  ['maria@outlook.com', 'personal'],
  ['maria@hotmail.com', 'personal'],
  ['maria@hotmail.co.uk', 'personal'],
  ['maria@live.de', 'personal'],
  ['maria@msn.com', 'personal'],
  ['maria@passport.com', 'personal'],
  ['maria@example.com', 'unknown'],
  ['maria@outlook.com.example.com', 'unknown'],
  ['maria@not-hotmail.com', 'unknown'],
  ['maria@hotmail.example.com', 'unknown'],
  ['+491701234567', 'unknown'],
])('%s is %s', (identifier, kind) => expect(kindOf(identifier)).toBe(kind));

const email = (address: string, name = '') =>
  ({ name, identifier: address.toLowerCase(), identifierKind: 'email', address }) as const;

test.each([
  [email('maria@example.com'), 'M'],
  [email('maria.lopez@example.com'), 'ML'],
  [email('maria.de.la.lopez+x@example.com'), 'MX'],
  [email('2fast@example.com'), '2'],
  [email('-@example.com'), '?'],
  [email('x@example.com', 'Maria Lopez'), 'ML'],
  [email('x@example.com', '李小龍'), '李'],
  [email('x@example.com', '😀 Fun'), 'F'],
  [{ name: '', identifier: '+491701234567', identifierKind: 'phone', address: '+491701234567' } as const, '67'],
  [{ name: 'Work phone', identifier: '+491701234567', identifierKind: 'phone', address: '' } as const, 'WP'],
])('the initials of %j are %s', (account, initials) => expect(initialsOf(account)).toBe(initials));

test('a new account gets the colour that fewest have', () => {
  expect(leastUsedColor([])).toBe(0);
  expect(leastUsedColor([{ color: 0 }, { color: 2 }])).toBe(1);
  const all = Array.from({ length: COLOR_COUNT }, (_, color) => ({ color }));
  expect(leastUsedColor([...all, { color: 0 }])).toBe(1);
});
