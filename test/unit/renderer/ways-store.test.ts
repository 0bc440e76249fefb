import { expect, onTestFinished, test } from 'vitest';
import { followWays, useWays } from '../../../renderer/stores/ways.ts';
import type { SecretsState } from '../../../shared/domain/secrets.ts';
import type { ShownWay } from '../../../shared/domain/way.ts';
import { ok } from '../../../shared/errors.ts';
import type { EventMessage } from '../../../shared/ipc/contract.ts';

const secrets: SecretsState = { protection: 'memory', locked: false, keyStore: '', problem: 'none', sealedBy: null };
const way = (secret: ShownWay['secret']): ShownWay => ({
  name: 'smtp',
  strength: 'email',
  setUp: null,
  secret,
  lastTest: null,
});

/** Stands for the bridge: each read of the ways waits until the test answers it. */
function bridge() {
  const waiting: ((ways: ShownWay[]) => void)[] = [];
  const listeners = new Set<(message: EventMessage) => void>();
  const switchboard = {
    invoke: (command: string) =>
      command === 'ways.list'
        ? new Promise((resolve) => waiting.push((ways) => resolve(ok(ways))))
        : Promise.resolve(ok(secrets)),
    subscribe(listener: (message: EventMessage) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  Object.assign(globalThis, { window: { switchboard } });
  onTestFinished(() => void Reflect.deleteProperty(globalThis, 'window'));
  return { waiting, tell: (message: EventMessage) => listeners.forEach((listener) => listener(message)) };
}

test('the ways are read at first and after each change, and an answer that was overtaken is dropped', async () => {
  const { waiting, tell } = bridge();
  const shown: (string | undefined)[] = [];
  onTestFinished(useWays.subscribe(({ ways }) => shown.push(ways?.[0]?.secret)));
  const stop = followWays();
  await expect.poll(() => useWays.getState().secrets).toEqual(secrets);
  tell({ name: 'ways.changed', payload: {} });
  expect(waiting).toHaveLength(2);
  waiting[1]?.([way('kept')]);
  await expect.poll(() => useWays.getState().ways).toEqual([way('kept')]);
  waiting[0]?.([way('missing')]);
  tell({ name: 'secrets.changed', payload: { ...secrets, locked: true } });
  expect(useWays.getState().secrets?.locked).toBe(true);
  waiting[2]?.([way('locked')]);
  await expect.poll(() => useWays.getState().ways).toEqual([way('locked')]);
  expect(shown).not.toContain('missing');
  stop();
  tell({ name: 'ways.changed', payload: {} });
  expect(waiting).toHaveLength(3);
});
