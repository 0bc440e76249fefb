import { describe, expect, test } from 'vitest';
import { isStronger, kindOfTyped, offeredWay, onlyCarrier } from '../../../renderer/prove/choose.ts';
import type { FittingWay } from '../../../shared/domain/way.ts';

const microsoft: FittingWay = { name: 'microsoft', strength: 'sign-in', label: 'Microsoft', problem: null };
const smtp: FittingWay = { name: 'smtp', strength: 'email', label: 'codes@example.com', problem: null };
const practice: FittingWay = { name: 'local-mailbox', strength: 'practice', label: 'Local mailbox', problem: null };
const notSetUp: FittingWay = { ...microsoft, problem: 'not-set-up' };
const locked: FittingWay = { ...smtp, problem: 'locked' };

describe('a code is sent without a question', () => {
  test.each([
    ['where only the local mailbox is there', [notSetUp, practice], 'local-mailbox'],
    ['where only one real carrier can be used', [notSetUp, smtp], 'smtp'],
  ])('%s', (_, ways, carrier) => {
    expect(onlyCarrier(ways)).toBe(carrier);
  });

  test.each([
    ['two ways can be used', [microsoft, smtp]],
    ['only a sign-in can be used, because that opens a browser', [microsoft]],
    ['nothing can be used, because the person has to hear why', [notSetUp, locked]],
  ])('but not where %s', (_, ways) => {
    expect(onlyCarrier(ways)).toBeNull();
  });
});

describe('offered first is', () => {
  test.each([
    ['the strongest way', [microsoft, smtp], null, 'microsoft'],
    ['the strongest that can be used', [notSetUp, smtp, practice], null, 'smtp'],
    ['the one that was chosen last', [microsoft, smtp], 'smtp', 'smtp'],
    ['the strongest where the one chosen last cannot be used', [microsoft, locked], 'smtp', 'microsoft'],
    ['the strongest where the one chosen last does not fit', [microsoft, smtp], 'twilio', 'microsoft'],
    ['none where none can be used', [notSetUp, locked], null, null],
  ] as const)('%s', (_, ways, remembered, offered) => {
    expect(offeredWay(ways, remembered)).toBe(offered);
  });
});

test('sign-in is stronger than email, email than a text message, that than practice, none than itself', () => {
  const strengths = ['sign-in', 'email', 'text-message', 'practice'] as const;
  const stronger = strengths.map((one) => strengths.filter((other) => isStronger(one, other)));
  expect(stronger).toEqual([['email', 'text-message', 'practice'], ['text-message', 'practice'], ['practice'], []]);
});

test.each([
  ['ada@example.com', 'email'],
  // A full-width sign, which main folds as well.
  ['ada＠example.com', 'email'],
  ['+49 170 1234567', 'phone'],
])('%s is remembered as %s', (typed, kind) => {
  expect(kindOfTyped(typed)).toBe(kind);
});
