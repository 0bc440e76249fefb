import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { beforeAfterDrop, beforeAfterMove, placeAfter } from '../../../renderer/components/reorder/order.ts';

/** What main does with `accounts.move`. */
function put(ids: readonly string[], id: string, before: string | null | undefined): string {
  if (before === undefined) return ids.join('');
  const others = ids.filter((other) => other !== id);
  others.splice(before === null ? others.length : others.indexOf(before), 0, id);
  return others.join('');
}

const ids = ['a', 'b', 'c', 'd'];

test.each([
  ['b', 'up', 'bacd'],
  ['a', 'up', 'abcd'],
  ['b', 'down', 'acbd'],
  ['c', 'down', 'abdc'],
  ['d', 'down', 'abcd'],
  ['c', 'top', 'cabd'],
  ['a', 'top', 'abcd'],
  ['b', 'bottom', 'acdb'],
  ['d', 'bottom', 'abcd'],
] as const)('%s goes %s: %s', (id, move, order) => {
  expect(put(ids, id, beforeAfterMove(ids, id, move))).toBe(order);
});

test.each([
  ['a', 'c', 'top', 'bacd'],
  ['a', 'c', 'bottom', 'bcad'],
  ['a', 'd', 'bottom', 'bcda'],
  ['d', 'a', 'top', 'dabc'],
  ['d', 'b', 'bottom', 'abdc'],
] as const)('%s is dropped on %s at its %s: %s', (id, target, edge, order) => {
  expect(put(ids, id, beforeAfterDrop(ids, id, target, edge))).toBe(order);
});

test.each([
  ['b', 'a', 'bottom'],
  ['b', 'c', 'top'],
  ['b', 'b', 'top'],
  ['d', 'd', 'bottom'],
] as const)('%s dropped on %s at its %s stays where it is, without a command', (id, target, edge) => {
  expect(beforeAfterDrop(ids, id, target, edge)).toBeUndefined();
});

test('the place that is announced is the place it gets', () => {
  const cases = fc.tuple(fc.nat(3), fc.constantFrom('up', 'down', 'top', 'bottom'));
  fc.assert(
    fc.property(cases, ([index, move]) => {
      const id = ids[index] ?? 'a';
      const before = beforeAfterMove(ids, id, move);
      if (before === undefined) return;
      expect(placeAfter(ids, id, before)).toBe(put(ids, id, before).indexOf(id) + 1);
    }),
  );
});
