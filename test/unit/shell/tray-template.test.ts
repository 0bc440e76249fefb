import { expect, test } from 'vitest';
import { trayTemplate, trayTooltip } from '../../../main/shell/tray-template.ts';
import { account, accountsPart } from '../../support/accounts.ts';
import { accountId } from '../../support/ids.ts';
import { click, outline, recordingActions } from '../../support/menu.ts';

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T00:00:00.000Z`;

test('signed out: signing in and quitting', () => {
  const actions = recordingActions();
  const template = trayTemplate(accountsPart([]), actions);
  expect(outline(template)).toEqual(['Sign in...  #sign-in', '---', 'Quit Switchboard  #quit']);
  click(template, 'sign-in');
  click(template, 'quit');
  expect(actions.calls).toEqual(['show window', 'quit']);
  expect(trayTooltip(accountsPart([]))).toBe('Switchboard');
});

test('the primary account first, the others by last use, the active one checked', () => {
  const part = accountsPart([
    account(1, { isPrimary: true, lastUsedAt: at(1) }),
    account(2, { lastUsedAt: null }),
    account(3, { lastUsedAt: at(5) }),
    account(4, { lastUsedAt: at(9), isActive: true }),
  ]);
  expect(outline(trayTemplate(part, recordingActions()))).toEqual([
    `( ) person1@example.com  #account-${accountId(1)}`,
    `(*) person4@example.com  #account-${accountId(4)}`,
    `( ) person3@example.com  #account-${accountId(3)}`,
    `( ) person2@example.com  #account-${accountId(2)}`,
    '---',
    'Your info  #your-info',
    'Add email or phone number...  #add-account',
    '---',
    'Quit Switchboard  #quit',
  ]);
  expect(trayTooltip(part)).toBe('Switchboard - person4@example.com');
});

test('ten at most, then the way to the others; the active one is always among them', () => {
  const accounts = Array.from({ length: 14 }, (_, index) =>
    account(index + 1, {
      isPrimary: index === 0,
      isActive: index === 13,
      lastUsedAt: index < 12 ? at(28 - index) : null,
    }),
  );
  const actions = recordingActions();
  const template = trayTemplate(accountsPart(accounts), actions);
  const radios = template.filter(({ type }) => type === 'radio');
  expect(radios).toHaveLength(10);
  expect(radios.filter(({ checked }) => checked).map(({ id }) => id)).toEqual([`account-${accountId(14)}`]);
  expect(template[10]).toMatchObject({ id: 'more-accounts', label: 'More accounts...' });
  click(template, 'more-accounts');
  expect(actions.calls).toEqual(['show switcher']);
  expect(outline(trayTemplate(accountsPart(accounts.slice(0, 10)), actions)).join()).not.toContain('More accounts');
});

test('each item calls what it names', () => {
  const actions = recordingActions();
  const part = accountsPart([account(1, { isPrimary: true, isActive: true }), account(2)]);
  const template = trayTemplate(part, actions);
  for (const id of [`account-${accountId(2)}`, 'your-info', 'add-account', 'quit']) click(template, id);
  expect(actions.calls).toEqual([`switch ${accountId(2)}`, 'show your-info', 'show add', 'quit']);
});

test('an ampersand in an identifier is shown, and marks no key', () => {
  const identifier = { kind: 'email', value: 'a&b@example.com', display: 'a&b@example.com' } as const;
  const [first] = trayTemplate(accountsPart([account(1, { identifier, isActive: true })]), recordingActions());
  expect(first?.label).toBe('a&&b@example.com');
});

test('what is unread stands behind the identifier, and the sum in the tooltip', () => {
  const part = accountsPart([account(1, { isPrimary: true, isActive: true }), account(2), account(3)]);
  const unread = {
    total: 203,
    accounts: [
      { accountId: accountId(2), count: 3, isLastKnown: false },
      { accountId: accountId(3), count: 200, isLastKnown: true },
    ],
  };
  const labels = trayTemplate(part, recordingActions(), unread).map(({ label }) => label);
  expect(labels.slice(0, 3)).toEqual(['person1@example.com', 'person2@example.com (3)', 'person3@example.com (99+)']);
  expect(trayTooltip(part, unread)).toBe('Switchboard - person1@example.com, More than 99 unread');
});

test('1,000 accounts give a menu of the same size as eleven', () => {
  const accounts = Array.from({ length: 1000 }, (_, n) =>
    account(n + 1, { isPrimary: n === 0, isActive: n === 999, lastUsedAt: at((n % 28) + 1) }),
  );
  const [many, few] = [accounts, [...accounts.slice(0, 10), ...accounts.slice(999)]].map((some) =>
    trayTemplate(accountsPart(some), recordingActions()),
  );
  expect(many?.length).toBe(few?.length);
  expect(many?.filter(({ checked }) => checked).map(({ id }) => id)).toEqual([`account-${accountId(1000)}`]);
});
