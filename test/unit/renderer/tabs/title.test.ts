import { expect, test } from 'vitest';
import { labelOf, splitTitle } from '../../../../renderer/tabs/title.ts';

test.each([
  ['(3) Inbox', 3, 'Inbox'],
  ['(12) Chat | Microsoft Teams', 12, 'Chat | Microsoft Teams'],
  ['[7] Updates', 7, 'Updates'],
  ['(99+) Inbox', 99, 'Inbox'],
  ['(0) Inbox', 0, 'Inbox'],
  ['  (3)  Inbox ', 3, 'Inbox'],
  ['(3)', 3, ''],
  ['Inbox (3)', null, 'Inbox (3)'],
  ['(draft) Inbox', null, '(draft) Inbox'],
  ['(123456) Inbox', null, '(123456) Inbox'],
  ['3 Inbox', null, '3 Inbox'],
  ['', null, ''],
])('the title %j has %j unread', (title, unread, rest) => {
  expect(splitTitle(title)).toEqual({ unread, rest });
});

const tab = {
  serviceId: 'outlook',
  title: '',
  address: 'https://outlook.office.com/mail/',
  problem: null,
  isAsleep: false,
  isAudible: false,
};

test('a tab is called by its service, its title and what it does', () => {
  expect(labelOf(tab)).toMatchObject({ text: 'Outlook', name: 'Outlook', unread: null, icon: 'mail' });
  expect(labelOf({ ...tab, title: '(3) Inbox', isAudible: true, isAsleep: true })).toMatchObject({
    text: 'Inbox',
    name: 'Outlook, Inbox, 3 unread, plays sound, asleep',
    unread: 3,
  });
});

test('a tab whose page did not come has not the title of the page before', () => {
  const problem = { kind: 'not-loaded', host: 'outlook.office.com', code: 'ERR_TIMED_OUT' } as const;
  expect(labelOf({ ...tab, title: '(3) Inbox', problem })).toMatchObject({ name: 'Outlook', unread: null });
  expect(labelOf({ ...tab, title: '(3) Inbox', problem: { kind: 'crashed' } })).toMatchObject({ unread: 3 });
});

test('a page that is no service is called by its title, else by its host', () => {
  const page = { ...tab, serviceId: null };
  expect(labelOf({ ...page, title: 'Plan.docx' })).toMatchObject({
    text: 'Plan.docx',
    name: 'Plan.docx',
    icon: 'globe',
  });
  expect(labelOf(page)).toMatchObject({ text: 'outlook.office.com', name: 'outlook.office.com' });
  expect(labelOf({ ...page, address: '' }).name).not.toBe('');
});

test('a service that is no longer in the catalogue is shown all the same', () => {
  expect(labelOf({ ...tab, serviceId: 'gone' })).toMatchObject({ name: 'outlook.office.com', icon: 'globe' });
});
