import { expect, test } from 'vitest';
import { linkMenu } from '../../../main/links/link-menu-template.ts';
import { account } from '../../support/accounts.ts';
import { accountId } from '../../support/ids.ts';

test('each account is offered, once and always', () => {
  const opened: unknown[] = [];
  const named = account(2, { identifier: { kind: 'email', value: 'r&d@x.example', display: 'r&d@x.example' } });
  const [menu] = linkMenu([account(1), named], (...choice) => opened.push(choice));
  expect(menu?.submenu?.map(({ label }) => label)).toEqual(['person1@example.com', 'r&&d@x.example']);
  for (const item of menu?.submenu?.[1]?.submenu ?? []) item.click?.();
  expect(opened).toEqual([
    [accountId(2), false],
    [accountId(2), true],
  ]);
});

test('one account alone has no choice', () => {
  expect(linkMenu([account(1)], () => {})).toEqual([]);
});
