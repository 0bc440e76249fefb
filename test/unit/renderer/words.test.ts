import { describe, expect, test } from 'vitest';
import { clock } from '../../../shared/words/clock.ts';
import { duration } from '../../../renderer/words/en.ts';
import { wordsFor } from '../../../shared/words/errors.ts';
import { regionName, regions } from '../../../renderer/words/regions.ts';

describe('words', () => {
  test.each([
    [0, '0:00'],
    [27, '0:27'],
    [125, '2:05'],
    [3600, '1:00:00'],
    [86_399, '23:59:59'],
  ])('%i seconds are %s', (seconds, words) => {
    expect(duration(seconds)).toBe(words);
  });

  test('an instant today is told by its time, another with its day', () => {
    expect(clock(new Date().toISOString())).not.toMatch(/\d{4}/);
    expect(clock('2001-02-03T12:00:00.000Z')).toContain('2001');
  });

  test('a wrong code says how many tries are left', () => {
    expect(wordsFor({ code: 'code-wrong', triesLeft: 1 })).toContain('1 try left');
    expect(wordsFor({ code: 'code-wrong', triesLeft: 3 })).toContain('3 tries left');
  });

  test('codes that are closed for good name no time', () => {
    expect(wordsFor({ code: 'too-many-tries', retryAt: null, scope: 'identifier' })).not.toMatch(/from \d/);
  });

  test('regions have names, sorted, each once', () => {
    const all = regions();
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    expect(regionName('DE')).toBe('Germany');
    expect(regionName('nonsense')).toBe('nonsense');
  });
});
