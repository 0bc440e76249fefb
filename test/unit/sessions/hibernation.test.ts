import { expect, test } from 'vitest';
import { IDLE, whoSleeps, type AwakeTab } from '../../../main/sessions/hibernation.ts';

const NOW = 100 * IDLE;
const awake = (id: string, minutesAgo: number, given: Partial<AwakeTab<string>> = {}): AwakeTab<string> => ({
  id,
  isShown: false,
  lastShown: NOW - minutesAgo * 60_000,
  isBusy: false,
  ...given,
});

test('the pages used last stay awake however long nobody looks at them', () => {
  const tabs = [awake('a', 999), awake('b', 998), awake('c', 997)];
  expect(whoSleeps(tabs, 3, NOW)).toEqual({ now: [], next: null });
});

test('the others sleep after fifteen minutes, and the time to look again is theirs', () => {
  const tabs = [awake('new', 1), awake('due', 15), awake('overdue', 16), awake('waits', 14), awake('later', 10)];
  const { now, next } = whoSleeps(tabs, 2, NOW);
  expect(now.toSorted()).toEqual(['due', 'overdue']);
  expect(next).toBe(NOW + 60_000);
  expect(whoSleeps([awake('new', 1), awake('exact', 15)], 1, NOW - 1)).toEqual({ now: [], next: NOW });
});

test('what is shown never sleeps, and counts among those used last', () => {
  const tabs = [awake('shown', 999, { isShown: true }), awake('other', 100)];
  expect(whoSleeps(tabs, 1, NOW).now).toEqual(['other']);
});

test('what is busy is left alone', () => {
  const tabs = [awake('new', 1), awake('plays', 100, { isBusy: true }), awake('idle', 100)];
  expect(whoSleeps(tabs, 1, NOW)).toEqual({ now: ['idle'], next: null });
});

test('beyond three times as many nobody waits', () => {
  const tabs = Array.from({ length: 10 }, (_, index) => awake(`${index}`, index / 10));
  const { now, next } = whoSleeps(tabs, 2, NOW);
  expect(now.toSorted()).toEqual(['6', '7', '8', '9']);
  expect(next).toBe(NOW - 0.5 * 60_000 + IDLE);
});

test('nobody awake, nothing to do', () => expect(whoSleeps([], 6, NOW)).toEqual({ now: [], next: null }));
