import { expect, test } from 'vitest';
import type { Core } from '../../../main/core.ts';
import { createMenuActions } from '../../../main/shell/menu-actions.ts';
import { ok, refuse } from '../../../shared/errors.ts';
import { accountId } from '../../support/ids.ts';

type Switch = Core['commands']['accounts']['switchTo'];

/** Actions over one command that answers as told; what follows is written down. */
function underTest(switchTo: Switch) {
  const seen: unknown[] = [];
  const accounts = { switchTo };
  const actions = createMenuActions({
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- menus call this one command only
    commands: { accounts } as Core['commands'],
    window: {
      show: (page) => void seen.push(`show ${page}`),
      send: ({ name, payload }) => void seen.push([name, payload]),
    },
    tab: () => {},
    redraw: () => void seen.push('redraw'),
    quit: () => void seen.push('quit'),
    onFailure: (error) => void seen.push(error),
  });
  return { actions, seen };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a switch lands on the dashboard', async () => {
  const asked: unknown[] = [];
  const { actions, seen } = underTest(async (input) => {
    asked.push(input);
    return ok({});
  });
  actions.switchTo(accountId(2));
  await settled();
  expect(asked).toEqual([{ accountId: accountId(2) }]);
  expect(seen).toEqual(['show dashboard']);
});

test('a refusal reaches the person in the window, and the mark goes back', async () => {
  const refusal = refuse('account-not-found');
  const { actions, seen } = underTest(async () => refusal);
  actions.switchTo(accountId(2));
  await settled();
  expect(seen).toEqual([
    'show switcher',
    ['app.notice', { code: 'command-refused', error: { code: 'account-not-found' } }],
    'redraw',
  ]);
});

test('what is thrown goes to the log', async () => {
  const fault = new Error('bug');
  const { actions, seen } = underTest(() => Promise.reject(fault));
  actions.switchTo(accountId(2));
  await settled();
  expect(seen).toEqual([fault]);
});
