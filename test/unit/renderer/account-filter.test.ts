import { expect, test } from 'vitest';
import { filterAccounts } from '../../../renderer/components/account-filter.ts';
import { AccountId } from '../../../shared/domain/account.ts';
import { GroupId } from '../../../shared/domain/group-id.ts';
import type { Account } from '../../../shared/domain/account.ts';

function account(number: number, display: string, name: string): Account {
  const instant = '2026-11-23T20:00:00.000Z';
  return {
    id: AccountId.parse(`00000000-0000-4000-8000-00000000000${number}`),
    identifier: { kind: display.startsWith('+') ? 'phone' : 'email', value: display.replaceAll(' ', ''), display },
    kind: 'unknown',
    name,
    initials: 'A',
    color: 0,
    groupId: null,
    isPrimary: false,
    isActive: false,
    proof: { strength: 'practice', carrier: 'local-mailbox', issuer: null, provenAt: instant },
    signInAgain: false,
    profileName: '',
    picture: null,
    addedAt: instant,
    lastUsedAt: null,
  };
}

const accounts = [
  account(1, 'ada@contoso.com', 'Zoë at work'),
  account(2, 'grace@outlook.com', ''),
  account(3, '+49 170 1234567', 'Zoe'),
];

test.each([
  ['', [1, 2, 3]],
  ['  ', [1, 2, 3]],
  ['OUTLOOK', [2]],
  ['zoe', [1, 3]],
  ['zoë work', [1]],
  ['work zoe', [1]],
  ['0170 123', []],
  ['170 1234', [3]],
  ['+491701234567', [3]],
  ['1 2', [3]],
  ['nobody', []],
])('"%s" finds %j', (text, numbers) => {
  expect(filterAccounts(accounts, text).map(({ id }) => Number(id.at(-1)))).toEqual(numbers);
});

test('a group’s name finds its accounts', () => {
  const id = GroupId.parse('bbbbbbbb-0000-4000-8000-000000000000');
  const grouped = accounts.map((one, index) => (index === 1 ? { ...one, groupId: id } : one));
  const groups = [{ id, name: 'Fabrikam Ltd', color: 0 }];
  expect(filterAccounts(grouped, 'ltd outlook', groups).map(({ identifier }) => identifier.value)).toEqual([
    'grace@outlook.com',
  ]);
});

test('a word does not reach from the identifier into the name', () => {
  expect(filterAccounts(accounts, 'comzoe')).toEqual([]);
});
