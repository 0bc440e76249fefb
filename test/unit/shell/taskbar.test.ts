import { expect, test } from 'vitest';
import { readArguments } from '../../../main/command-line/arguments.ts';
import { dockMenuTemplate } from '../../../main/shell/dock-menu-template.ts';
import { jumpListTemplate } from '../../../main/shell/jump-list-template.ts';
import { account, accountsPart } from '../../support/accounts.ts';
import { click, outline, recordingActions } from '../../support/menu.ts';

const program = 'C:\\Program Files\\Switchboard\\Switchboard.exe';
const args = ['--data', 'C:\\Users\\Ada L\\Data\\'];

/** Takes a command line apart as CommandLineToArgvW does, for arguments that are all in quotes. */
function argumentsIn(line: string): string[] {
  return [...line.matchAll(/"((?:\\.|[^"\\])*)"/g)].map(([, inside = '']) =>
    inside.replace(/(\\+)(?="|$)/g, (slashes) => slashes.slice(slashes.length / 2)).replaceAll('\\"', '"'),
  );
}

test('the jump list lists the last used accounts, each with the command line that switches to it', () => {
  const accounts = [
    account(1, { isPrimary: true, name: 'Private' }),
    account(2),
    account(3, { lastUsedAt: '2026-11-02T00:00:00.000Z' }),
  ];
  const [category, ...others] = jumpListTemplate(accounts, { program, args, removed: [] });
  expect(others).toEqual([]);
  expect(category?.items?.map(({ title }) => title)).toEqual([1, 3, 2].map((n) => `person${n}@example.com`));
  const [first] = category?.items ?? [];
  expect(first).toMatchObject({ type: 'task', program, description: 'Private' });
  expect(argumentsIn(first?.args ?? '')).toEqual([...args, 'switch', '--', 'person1@example.com']);
});

test('an identifier that looks like an option is none in the jump list', () => {
  const odd = { kind: 'email', value: '--inspect@example.com', display: '--inspect@example.com' } as const;
  const [category] = jumpListTemplate([account(1, { identifier: odd })], { program, args: [], removed: [] });
  expect(readArguments(argumentsIn(category?.items?.[0]?.args ?? ''))).toMatchObject({
    request: { command: 'switch', account: '--inspect@example.com' },
  });
});

test('what the person took off the jump list stays off, so that Windows shows the rest', () => {
  const accounts = Array.from({ length: 12 }, (_, n) => account(n + 1, { name: 'x'.repeat(300) }));
  const full = jumpListTemplate(accounts, { program, args, removed: [] })[0]?.items ?? [];
  expect(full).toHaveLength(10);
  expect(full.every(({ description }) => description?.length === 260)).toBe(true);
  const removed = full.slice(0, 3);
  const rest = jumpListTemplate(accounts, { program, args, removed })[0]?.items ?? [];
  expect(rest).toHaveLength(9);
  expect(rest.filter((item) => removed.some((gone) => gone.args === item.args))).toEqual([]);
});

test('without accounts there is no jump list and no dock menu', () => {
  expect(jumpListTemplate([], { program, args, removed: [] })).toEqual([]);
  expect(dockMenuTemplate(accountsPart([]), recordingActions())).toEqual([]);
});

test('the dock menu switches, and leads to the switcher and to adding', () => {
  const actions = recordingActions();
  const accounts = [account(1, { isPrimary: true }), account(2, { isActive: true })];
  const template = dockMenuTemplate(accountsPart(accounts), actions);
  expect(outline(template)).toEqual([
    `( ) person1@example.com  #account-${accounts[0]?.id}`,
    `(*) person2@example.com  #account-${accounts[1]?.id}`,
    '---',
    'Switch account...  #switch-account',
    'Add email or phone number...  #add-account',
  ]);
  for (const id of [`account-${accounts[0]?.id}`, 'switch-account', 'add-account']) click(template, id);
  expect(actions.calls).toEqual([`switch ${accounts[0]?.id}`, 'show switcher', 'show add']);
});
