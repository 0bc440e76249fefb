import { expect, test } from 'vitest';
import { pruneActivity } from '../../../main/activity/prune.ts';
import { createPreferences } from '../../../main/preferences/preferences.ts';
import { addActivity, listActivity } from '../../../main/store/activity.ts';
import { heldPorts } from '../../support/ports.ts';
import { openTestStore } from '../../support/store.ts';
import { temporaryFolder } from '../../support/folder.ts';

const DAY = 86_400_000;

/** A store with so many entries that are too old, and one that is not. */
function prunable(count: number) {
  const folder = temporaryFolder();
  const ports = heldPorts(folder);
  const { store } = openTestStore(folder);
  const at = (age: number) => new Date(ports.clock.now() - age).toISOString();
  store.write((tx) => {
    for (let n = 0; n < count; n += 1) addActivity(tx, { at: at(401 * DAY), event: 'switched', accountId: null });
    addActivity(tx, { at: at(0), event: 'linked', accountId: null });
  });
  const left = () =>
    listActivity(store.read, { accountId: null, events: null }, { before: null, limit: 10_000 }).length;
  return { parts: { ...ports, store, preferences: createPreferences(ports) }, clock: ports.clock, left };
}

test('old entries go in slices, with pauses for other work between them', () => {
  const { parts, clock, left } = prunable(250);
  const stop = pruneActivity(parts);
  const counts = [left()];
  for (let slice = 0; slice < 3; slice += 1) {
    clock.advance(50);
    counts.push(left());
  }
  stop();
  expect(counts).toEqual([151, 51, 1, 1]);
});

test('once stopped, it deletes no more', () => {
  const { parts, clock, left } = prunable(150);
  pruneActivity(parts)();
  clock.advance(DAY);
  expect(left()).toBe(51);
});

test('a write that fails is logged, and tried again the next day', () => {
  const { parts, clock, left } = prunable(10);
  let fails = true;
  const write: typeof parts.store.write = (change, options) => {
    if (fails) throw new Error('The disk is full');
    return parts.store.write(change, options);
  };
  const stop = pruneActivity({ ...parts, store: { ...parts.store, write } });
  expect(parts.log.faults).toHaveLength(1);
  fails = false;
  clock.advance(DAY);
  stop();
  expect(left()).toBe(1);
});
