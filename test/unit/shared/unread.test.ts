import { expect, test } from 'vitest';
import { unreadNumber, unreadWords } from '../../../shared/unread.ts';

test.each([
  [1, '1', '1 unread'],
  [99, '99', '99 unread'],
  [100, '99+', 'More than 99 unread'],
  [12_345, '99+', 'More than 99 unread'],
])('%i unread is written %s, and said %s', (count, number, words) => {
  expect([unreadNumber(count), unreadWords(count)]).toEqual([number, words]);
});
