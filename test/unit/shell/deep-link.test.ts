import { expect, test } from 'vitest';
import { parseDeepLink } from '../../../main/shell/deep-link.ts';
import { createLinkInbox } from '../../../main/shell/link-inbox.ts';
import { recordingLog } from '../../support/log.ts';

test.each([
  ['switchboard://dashboard', { page: 'dashboard' }],
  ['switchboard://dashboard/', { page: 'dashboard' }],
  ['switchboard://your-info', { page: 'your-info' }],
  ['switchboard://settings', { page: 'settings' }],
  ['switchboard://accounts', { page: 'switcher' }],
  ['switchboard://accounts?identifier=grace%40contoso.com', { page: 'switcher', text: 'grace@contoso.com' }],
  ['switchboard://link', { page: 'add' }],
  ['switchboard://link?identifier=+49%20170%201234567', { page: 'add', text: '+49 170 1234567' }],
  ['switchboard://link?identifier=', { page: 'add', text: '' }],
  [
    'switchboard://open?url=https%3A%2F%2Fexample.com%2Fa%3Fb%3Dc%26d',
    { page: 'open-link', address: 'https://example.com/a?b=c&d' },
  ],
  // As a person would type it; a second parameter would need its & written as %26.
  ['switchboard://open?url=https://example.com/a?b=c', { page: 'open-link', address: 'https://example.com/a?b=c' }],
])('%s shows a place', (link, navigation) => {
  expect(parseDeepLink(link)).toEqual(navigation);
});

test.each([
  ['another place', 'switchboard://switch?identifier=ada%40example.com'],
  ['no place', 'switchboard://'],
  ['a place of Object', 'switchboard://constructor'],
  ['another scheme', 'switchboards://dashboard'],
  ['capitals', 'SWITCHBOARD://dashboard'],
  ['no slashes', 'switchboard:dashboard'],
  ['a path', 'switchboard://dashboard/x'],
  ['a port', 'switchboard://dashboard:80'],
  ['a user', 'switchboard://me@dashboard'],
  ['a fragment', 'switchboard://dashboard#x'],
  ['a blank before', ' switchboard://dashboard'],
  ['a line break after', 'switchboard://dashboard\n'],
  ['a line break inside', 'switchboard://dash\nboard'],
  ['a parameter of another place', 'switchboard://dashboard?identifier=x'],
  ['an unknown parameter', 'switchboard://link?id=x'],
  ['two parameters', 'switchboard://link?identifier=x&identifier=y'],
  ['broken escapes', 'switchboard://link?identifier=%E0%A4'],
  ['a control', 'switchboard://link?identifier=a%0Ab'],
  ['a mark that turns text around', 'switchboard://link?identifier=%E2%80%AEmoc'],
  ['a text that no field takes', `switchboard://link?identifier=${'x'.repeat(1001)}`],
  ['2 MB', `switchboard://link?identifier=${'x'.repeat(2_000_000)}`],
  ['no address to open', 'switchboard://open'],
  ['an empty address', 'switchboard://open?url='],
  ['an address that is not secure', 'switchboard://open?url=http%3A%2F%2Fexample.com'],
  ['a script', 'switchboard://open?url=javascript%3Aalert(1)'],
  ['a file', 'switchboard://open?url=file%3A%2F%2F%2Fetc%2Fpasswd'],
  ['itself', 'switchboard://open?url=switchboard%3A%2F%2Fdashboard'],
  ['our own pages', 'switchboard://open?url=app%3A%2F%2Fswitchboard%2F'],
  ['credentials', 'switchboard://open?url=https%3A%2F%2Fme%3Asecret%40example.com'],
])('a link with %s is none', (_what, link) => {
  expect(parseDeepLink(link)).toBeNull();
});

test.each([[undefined], [null], [1], [{ page: 'dashboard' }], [['switchboard://dashboard']]])(
  '%j is no link',
  (value) => {
    expect(parseDeepLink(value)).toBeNull();
  },
);

test('the newest of the links that came before there was a window is shown once there is one, then each', () => {
  const log = recordingLog();
  const inbox = createLinkInbox(log);
  const seen: unknown[] = [];
  inbox.receive('switchboard://dashboard');
  inbox.receive('switchboard://settings');
  inbox.deliverTo((navigation) => seen.push(navigation));
  expect(seen).toEqual([{ page: 'settings' }]);
  inbox.receive('switchboard://link');
  inbox.receive('switchboard://erase-everything');
  expect(seen.slice(1)).toEqual([{ page: 'add' }, undefined]);
  expect(log.events).toEqual([{ name: 'link-refused', fields: {} }]);
});
