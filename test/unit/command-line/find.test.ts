import { expect, test } from 'vitest';
import { findAccount, findService } from '../../../main/command-line/find.ts';
import { accountLines } from '../../../main/command-line/list.ts';
import { refusal, value } from '../../support/core.ts';
import { account } from '../../support/accounts.ts';

const email = (text: string) => ({ kind: 'email', value: text, display: text }) as const;
const accounts = [
  account(1, { identifier: email('ada@example.com'), name: 'Private' }),
  account(2, { identifier: email('adam@example.com'), name: 'Work' }),
  account(3, { identifier: email('grace@contoso.com'), profileName: 'Grace Hopper' }),
  account(4, { identifier: { kind: 'phone', value: '+491701234567', display: '+49 170 1234567' }, name: 'Work 2' }),
  account(5, { identifier: { kind: 'email', value: 'm@xn--bcher-kva.example', display: 'm@bücher.example' } }),
];

test.each([
  ['ada@example.com', 0],
  [' ADA@Example.com ', 0],
  ['adam', 1],
  ['gra', 2],
  ['grace hopper', 2],
  ['+491701234567', 3],
  ['0170-123 45 67', 3],
  ['+49 170', 3],
  ['m@b\u00fcc', 4],
  ['m@xn--bcher-kva.example', 4],
  // A whole name goes before the beginning of another.
  ['work', 1],
])('%j means one account', (typed, index) => {
  expect(value(findAccount(accounts, typed, 'DE'))).toBe(accounts[index]);
});

test.each([['nobody'], ['example.com'], ['da@example.com'], [' '], ['0170 123456']])('%j means none', (typed) => {
  expect(refusal(findAccount(accounts, typed, 'DE'))).toEqual({ code: 'no-match', what: 'account', text: typed });
});

test('what fits several names them, ten at most', () => {
  const candidates = ['ada@example.com', 'adam@example.com'];
  expect(refusal(findAccount(accounts, 'ad', 'DE'))).toEqual({
    code: 'several-match',
    what: 'account',
    text: 'ad',
    candidates,
  });
  const many = Array.from({ length: 1000 }, (_, n) => account(n));
  expect(refusal(findAccount(many, 'person', 'DE'))).toMatchObject({
    candidates: [...many.slice(0, 10).map(({ identifier }) => identifier.display), '990 more'],
  });
});

test.each([
  ['outlook', 'outlook'],
  ['OUTLOOK', 'outlook'],
  ['Outl', 'outlook'],
  ['to do', 'to-do'],
  ['azure', 'several'],
  ['word', 'word'],
])('%j is the service %s', (typed, id) => {
  const found = findService(['personal', 'work'], typed);
  expect(found.ok ? found.value.id : 'several').toBe(id);
});

test('only services of this kind of account are meant', () => {
  expect(refusal(findService(['personal'], 'bookings'))).toMatchObject({ code: 'no-match', what: 'service' });
});

test('a name cannot move the cursor of a terminal', () => {
  expect(accountLines([account(1, { name: 'A\u001b[2J\u009b\u202e\nB', isActive: true })])).toBe(
    '*  person1@example.com  A[2JB  personal',
  );
});
