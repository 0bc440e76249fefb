import { expect, onTestFinished, test } from 'vitest';
import { shownTabId, startTabs, useTabs } from '../../../../renderer/stores/tabs.ts';
import { useView } from '../../../../renderer/stores/view.ts';
import { AccountId } from '../../../../shared/domain/account.ts';
import { TabId, type TabsState } from '../../../../shared/domain/tab.ts';
import { ok } from '../../../../shared/errors.ts';
import type { EventMessage } from '../../../../shared/ipc/contract.ts';

const accountId = AccountId.parse('00000000-0000-4000-8000-000000000001');
const state = (shown: string | null): TabsState => ({
  accountId,
  tabs: [],
  shownId: shown === null ? null : TabId.parse(`00000000-0000-4000-8000-00000000000${shown}`),
});

/** Stands for the bridge: the read waits until the test answers it. */
function bridge() {
  const waiting: ((state: TabsState) => void)[] = [];
  const listeners = new Set<(message: EventMessage) => void>();
  const switchboard = {
    invoke: () => new Promise((resolve) => waiting.push((given) => resolve(ok(given)))),
    subscribe(listener: (message: EventMessage) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  Object.assign(globalThis, { window: { switchboard } });
  onTestFinished(() => void Reflect.deleteProperty(globalThis, 'window'));
  const tell = (payload: TabsState) => listeners.forEach((listener) => listener({ name: 'tabs.changed', payload }));
  return { answer: (given: TabsState) => waiting.forEach((answer) => answer(given)), tell };
}

test('the tabs are read at first and then told', async () => {
  const { answer, tell } = bridge();
  onTestFinished(startTabs());
  answer(state('1'));
  await expect.poll(() => useTabs.getState().shownId).toBe(state('1').shownId);
  tell(state(null));
  expect(useTabs.getState().shownId).toBeNull();
});

test('an answer that an event overtook is dropped', async () => {
  const { answer, tell } = bridge();
  onTestFinished(startTabs());
  tell(state('2'));
  answer(state('1'));
  await Promise.resolve();
  await new Promise((resolve) => setImmediate(resolve));
  expect(useTabs.getState().shownId).toBe(state('2').shownId);
});

test('a tab fills the page only where the dashboard would be', () => {
  useTabs.setState(state('1'));
  useView.getState().go('settings');
  expect(shownTabId()).toBeNull();
  useView.getState().go('dashboard');
  expect(shownTabId()).toBe(state('1').shownId);
});
