import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isQuiet, mayNotify, timeOfDay } from '../../../main/notifications/quiet-hours.ts';

const night = { from: '22:00', until: '07:00' };
const noon = { from: '12:00', until: '13:00' };

test.each<[string, { from: string; until: string }, boolean]>([
  ['11:59', noon, false],
  ['12:00', noon, true],
  ['12:59', noon, true],
  ['13:00', noon, false],
  ['21:59', night, false],
  ['22:00', night, true],
  ['23:59', night, true],
  ['00:00', night, true],
  ['06:59', night, true],
  ['07:00', night, false],
  ['12:00', night, false],
  ['23:59', { from: '22:00', until: '00:00' }, true],
  ['00:00', { from: '22:00', until: '00:00' }, false],
  ['05:00', { from: '08:00', until: '08:00' }, true],
  ['08:00', { from: '08:00', until: '08:00' }, true],
])('%s within %j: %s', (time, hours, quiet) => {
  expect(isQuiet(time, hours)).toBe(quiet);
});

describe('who may notify', () => {
  const loud = { showNotifications: true, quietHours: null };
  const general = { showNotifications: true, quietHours: night };
  test.each([
    ['12:00', null, loud, true],
    ['23:00', null, loud, true],
    ['23:00', null, general, false],
    ['12:00', null, { ...general, showNotifications: false }, false],
    ['12:00', { isOn: true, quiet: 'general' }, general, true],
    ['23:00', { isOn: true, quiet: 'general' }, general, false],
    ['12:00', { isOn: false, quiet: 'none' }, loud, false],
    ['23:00', { isOn: true, quiet: 'none' }, general, true],
    ['23:00', { isOn: true, quiet: 'none' }, { ...general, showNotifications: false }, false],
    ['12:30', { isOn: true, quiet: noon }, general, false],
    ['23:00', { isOn: true, quiet: noon }, general, true],
  ] as const)('at %s with %j and %j: %s', (time, account, general, allowed) => {
    expect(mayNotify(time, { account, general })).toBe(allowed);
  });
});

describe('when clocks are put forward and back', () => {
  let before: string | undefined;
  beforeEach(() => {
    before = process.env['TZ'];
    process.env['TZ'] = 'Europe/Berlin';
  });
  afterEach(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });
  const hours = { from: '01:30', until: '02:30' };
  /** Whether it is quiet at minutes after 00:00 UTC, which in Berlin is an hour or two ahead. */
  const quietAt = (day: number, minutes: number) => {
    const time = timeOfDay(day + minutes * 60_000);
    return `${time} ${isQuiet(time, hours)}`;
  };

  test('forward: the hour that is missing is not waited for', () => {
    const march = Date.UTC(2026, 2, 29);
    expect([29, 30, 59, 60, 61].map((minutes) => quietAt(march, minutes))).toEqual([
      '01:29 false',
      '01:30 true',
      '01:59 true',
      '03:00 false',
      '03:01 false',
    ]);
  });

  test('back: what the clock shows twice is quiet twice', () => {
    const october = Date.UTC(2026, 9, 25);
    expect([-31, -30, 0, 29, 30, 59, 60, 89, 90].map((minutes) => quietAt(october, minutes))).toEqual([
      '01:29 false',
      '01:30 true',
      '02:00 true',
      '02:29 true',
      '02:30 false',
      '02:59 false',
      '02:00 true',
      '02:29 true',
      '02:30 false',
    ]);
  });
});
