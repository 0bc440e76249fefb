import { expect, test } from 'vitest';
import { DAY, sendLimit, tryLimit } from '../../../main/verification/limits.ts';
import { seededRandom } from '../../support/seeded.ts';

const HOUR = DAY / 24;
const NOW = 1_000 * DAY;
const ago = (...times: number[]) => times.map((time) => NOW - time);
const none = { ofIdentifier: [], ofInstallation: [], abroad: [] };
const times = (count: number, every: number) =>
  ago(...Array.from({ length: count }, (_, index) => (count - index) * every));

test.each([
  ['nothing wrong yet', { ofIdentifier: [], inARow: 0 }, null],
  ['9 today', { ofIdentifier: times(9, HOUR), inARow: 9 }, null],
  ['10 today', { ofIdentifier: times(10, HOUR), inARow: 10 }, { retryAt: NOW - 10 * HOUR + DAY, scope: 'identifier' }],
  ['10, the first a day ago', { ofIdentifier: ago(DAY, ...Array(9).fill(HOUR)), inARow: 10 }, null],
  ['100 in a row', { ofIdentifier: [], inARow: 100 }, { retryAt: null, scope: 'identifier' }],
])('tries of one identifier: %s', (_name, { ofIdentifier, inARow }, expected) => {
  expect(tryLimit({ ofIdentifier, ofInstallation: ofIdentifier, inARow }, NOW)).toEqual(expected);
});

test('tries of the installation: 30 a day over all identifiers', () => {
  const counted = (count: number) => ({ ofIdentifier: [], ofInstallation: times(count, HOUR / 2), inARow: 0 });
  expect(tryLimit(counted(29), NOW)).toBeNull();
  expect(tryLimit(counted(30), NOW)).toEqual({ retryAt: NOW - 15 * HOUR + DAY, scope: 'installation' });
});

test('sends: 30 s apart', () => {
  const last = { ...none, ofIdentifier: ago(29_999), ofInstallation: ago(29_999) };
  expect(sendLimit(last, NOW, false)).toEqual({ kind: 'too-soon', retryAt: NOW + 1 });
  expect(sendLimit({ ...none, ofIdentifier: ago(30_000) }, NOW, false)).toBeNull();
});

test.each([
  ['5 an hour', { ...none, ofIdentifier: times(5, 10 * 60_000) }, false, NOW + 10 * 60_000, 'identifier'],
  ['20 a day', { ...none, ofIdentifier: times(20, HOUR) }, false, NOW + 4 * HOUR, 'identifier'],
  ['60 a day for all', { ...none, ofInstallation: times(60, 10 * 60_000) }, false, NOW + 14 * HOUR, 'installation'],
  ['10 a day abroad', { ...none, abroad: times(10, HOUR) }, true, NOW + 14 * HOUR, 'abroad'],
] as const)('sends: %s', (_name, sends, abroad, retryAt, scope) => {
  expect(sendLimit(sends, NOW, abroad)).toEqual({ kind: 'too-many', retryAt, scope });
  expect(sendLimit(sends, retryAt, abroad)).toBeNull();
});

test('what went abroad does not hold back what stays at home', () => {
  expect(sendLimit({ ...none, abroad: times(10, HOUR) }, NOW, false)).toBeNull();
});

test('365 days of guessing whenever it is allowed: 100 an identifier, 30 a day for all', () => {
  const random = seededRandom(7);
  const guesses: { who: number; at: number }[] = [];
  for (let now = 0; now < 365 * DAY; now += random(HOUR / 2)) {
    const who = random(150);
    const mine = guesses.filter((guess) => guess.who === who);
    const recent = (list: typeof guesses) => list.filter(({ at }) => at > now - DAY).map(({ at }) => at);
    const failures = { ofIdentifier: recent(mine), ofInstallation: recent(guesses), inARow: mine.length };
    if (tryLimit(failures, now) === null) guesses.push({ who, at: now });
  }
  expect(guesses.length).toBeGreaterThan(9_000);
  const perPerson = [...Map.groupBy(guesses, ({ who }) => who).values()].map(({ length }) => length);
  expect(Math.max(...perPerson)).toBeLessThanOrEqual(100);
  // Between a guess and the thirtieth after it lies a whole day.
  const apart = guesses.slice(30).map(({ at }, index) => at - (guesses[index]?.at ?? at));
  expect(Math.min(...apart)).toBeGreaterThanOrEqual(DAY);
});

test('365 days of guessing at one identifier: 10 a day, and no more than 100 ever', () => {
  const guesses: number[] = [];
  for (let now = 0; now < 365 * DAY; now += 17 * 60_000) {
    const recent = guesses.filter((at) => at > now - DAY);
    const failures = { ofIdentifier: recent, ofInstallation: recent, inARow: guesses.length };
    if (tryLimit(failures, now) === null) guesses.push(now);
    expect(recent.length).toBeLessThanOrEqual(10);
  }
  expect(guesses).toHaveLength(100);
});
