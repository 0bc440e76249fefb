import { expect, test } from 'vitest';
import { unreadOf } from '../../../main/notifications/unread-of.ts';

test.each<[string, number]>([
  ['(3) Inbox - maria@contoso.com - Outlook', 3],
  ['(3)', 3],
  ['(0) Inbox - Outlook', 0],
  ['Inbox (12) - maria@contoso.com - Outlook', 12],
  ['Posteingang (7) – Maria Lopez – Outlook', 7],
  ['Inbox (4)', 4],
  ['(1) Chat | Microsoft Teams', 1],
  ['Chat (5) | Microsoft Teams', 5],
  ['(99+) Chat | Microsoft Teams', 100],
  ['(9+) Activity | Microsoft Teams', 10],
  ['[2] Viva Engage - Home', 2],
  ['（8） 受信トレイ - Outlook', 8],
  ['\u200e(6) صندوق الوارد - Outlook', 6],
  ['(1,234) Inbox - Outlook', 1234],
  ['(1.234) Posteingang - Outlook', 1234],
  ['(1\u202f234) Boîte de réception - Outlook', 1234],
  ['(1850) Inbox - Outlook', 1850],
  ['(12345) Inbox - Outlook', 12_345],
  ['(2000+) Inbox - Outlook', 2001],
  ['  (3) Inbox', 3],
])('%j says %i', (title, count) => {
  expect(unreadOf(title)).toBe(count);
});

test.each([
  '',
  'Outlook',
  'Mail - Maria Lopez - Outlook',
  'Loading...',
  '• Inbox - Outlook',
  '• Chat | Microsoft Teams',
  '(2026) Planning - Outlook',
  'Planning (2026) - Outlook',
  'Q3 (2026) report',
  'Q3 (26) report - Outlook',
  'Part (1 of 3) - Outlook',
  '(1 of 3) Photos',
  '(1/3) Photos',
  '(-3) Inbox',
  '(3.5) Inbox',
  '(3)D models',
  'Invoice(3) - Outlook',
  'Budget (2).xlsx - Outlook',
  'Build [12] - Outlook',
  '() Inbox',
  '(+) Inbox',
  '(1234567) Inbox',
  '(٣) Inbox',
  'toString',
])('%j says nothing', (title) => {
  expect(unreadOf(title)).toBeNull();
});

test.each([
  ['brackets', '('.repeat(10_000_000)],
  ['blanks', ' '.repeat(10_000_000)],
  ['brackets and blanks', '( '.repeat(5_000_000)],
  ['counts that are none', ' (1)x'.repeat(2_000_000)],
  ['counts and blanks', `x (1)${' '.repeat(94)}y`.repeat(100_000)],
  ['digits', `(${'9'.repeat(10_000_000)})`],
])('a thousand titles of 10 MB of %s are read in no time', (_name, title) => {
  // The first reading makes one string of what was repeated.
  expect(unreadOf(title)).toBeNull();
  const start = performance.now();
  for (let n = 0; n < 1000; n += 1) expect(unreadOf(title)).toBeNull();
  expect(performance.now() - start).toBeLessThan(1000);
});
