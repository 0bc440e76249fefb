import { expect, test } from 'vitest';
import { createCounts } from '../../../main/notifications/counts.ts';
import { heldClock } from '../../support/clock.ts';
import { accountId, tabId } from '../../support/ids.ts';

const [MARIA, GRACE] = [accountId(1), accountId(2)];

function underTest() {
  const clock = heldClock();
  const rises: string[] = [];
  let changes = 0;
  const counts = createCounts({
    clock,
    onRise: (tab, before) => rises.push(`${tab.serviceId} ${before} to ${counts.countOf(tab)}`),
    onChange: () => (changes += 1),
  });
  /** Tab `n` of an account calls itself `title`. */
  const note = (n: number, title: string, { serviceId = 'outlook', account = MARIA } = {}) =>
    counts.noteTitle({ tabId: tabId(n), accountId: account, serviceId, title });
  const shown = () => counts.list().map(({ count, isLastKnown }) => `${count}${isLastKnown ? ' last known' : ''}`);
  return { clock, rises, counts, note, shown, changes: () => changes };
}

test('a count rises at once, and falls once the title has stood for 3 s', () => {
  const { clock, note, shown, rises } = underTest();
  note(1, '(3) Inbox - Outlook');
  expect(shown()).toEqual(['3']);
  note(1, '(5) Inbox - Outlook');
  expect(shown()).toEqual(['5']);
  note(1, '(2) Inbox - Outlook');
  clock.advance(2999);
  expect(shown()).toEqual(['5']);
  clock.advance(1);
  expect(shown()).toEqual(['2']);
  expect(rises).toEqual(['outlook 0 to 3', 'outlook 3 to 5']);
});

test('a page that loads, or blinks, keeps its count and is no news', () => {
  const { clock, note, shown, rises } = underTest();
  note(1, '(3) Inbox - Outlook');
  for (const title of ['Outlook', 'outlook.office.com', '(3) Inbox - Outlook', 'New message', '(3) Inbox - Outlook']) {
    note(1, title);
    clock.advance(1000);
    expect(shown()).toEqual(['3']);
  }
  clock.advance(60_000);
  expect(shown()).toEqual(['3']);
  expect(rises).toEqual(['outlook 0 to 3']);
});

test('a title without a number, once it stands, says that nothing is unread', () => {
  const { clock, note, shown } = underTest();
  note(1, '(3) Inbox - Outlook');
  note(1, 'Inbox - Outlook');
  clock.advance(3000);
  expect(shown()).toEqual([]);
});

test('services add up, and a service that is open twice counts once', () => {
  const { note, shown, counts } = underTest();
  note(1, '(3) Inbox - Outlook');
  note(2, '(4) Inbox - Outlook');
  note(3, '(2) Chat | Microsoft Teams', { serviceId: 'teams' });
  note(4, '(7) Inbox - Outlook', { account: GRACE });
  expect(shown()).toEqual(['6', '7']);
  counts.forgetTab(tabId(2));
  expect(shown()).toEqual(['5', '7']);
});

test('numbers in titles of other services are parts of names', () => {
  const { note, shown, counts } = underTest();
  note(1, 'New folder (2) - OneDrive', { serviceId: 'onedrive' });
  counts.noteTitle({ tabId: tabId(2), accountId: MARIA, serviceId: null, title: '(3) A page' });
  expect(shown()).toEqual([]);
});

test('a tab that sleeps keeps what it said last, until it says something new', () => {
  const { clock, note, shown, counts } = underTest();
  note(1, '(3) Inbox - Outlook');
  note(1, 'Outlook');
  counts.noteAsleep(tabId(1));
  clock.advance(60_000);
  expect(shown()).toEqual(['3 last known']);
  note(1, 'Outlook');
  expect(shown()).toEqual(['3']);
  note(1, '(1) Inbox - Outlook');
  clock.advance(3000);
  expect(shown()).toEqual(['1']);
});

test('where a service is open twice, the tab that is awake knows better, and one that is closed is no news', () => {
  const { clock, note, shown, counts, rises } = underTest();
  note(1, '(5) Inbox - Outlook');
  counts.noteAsleep(tabId(1));
  note(2, '(2) Inbox - Outlook');
  expect(shown()).toEqual(['2']);
  note(2, 'Inbox - Outlook');
  clock.advance(3000);
  expect(shown()).toEqual([]);
  counts.forgetTab(tabId(2));
  expect(shown()).toEqual(['5 last known']);
  expect(rises).toEqual(['outlook 0 to 5']);
});

test('a tab that goes on to another service, or account, takes no count with it', () => {
  const { note, shown, clock } = underTest();
  note(1, '(5) Inbox - Outlook');
  note(1, 'Chat | Microsoft Teams', { serviceId: 'teams' });
  expect(shown()).toEqual([]);
  note(1, '(2) Chat | Microsoft Teams', { serviceId: 'teams' });
  note(1, 'New folder (2) - OneDrive', { serviceId: 'onedrive' });
  clock.advance(10_000);
  expect(shown()).toEqual([]);
});

test('what is forgotten leaves no timer that changes anything', () => {
  const { note, counts, clock, changes } = underTest();
  note(1, '(5) Inbox - Outlook');
  note(1, 'Outlook');
  counts.forgetTab(tabId(1));
  counts.forgetTab(tabId(1));
  counts.noteAsleep(tabId(1));
  const before = changes();
  clock.advance(60_000);
  expect(changes()).toBe(before);
  expect(counts.find(tabId(1))).toBeNull();
});

test('100,000 changes of a title take no time and end on the last', () => {
  const { note, shown, clock } = underTest();
  const start = performance.now();
  for (let n = 0; n < 100_000; n += 1) note(1, `(${n % 1000}) Inbox - Outlook`);
  expect(performance.now() - start).toBeLessThan(5000);
  note(1, '(7) Inbox - Outlook');
  clock.advance(3000);
  expect(shown()).toEqual(['7']);
});
