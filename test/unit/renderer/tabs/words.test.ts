import { expect, test } from 'vitest';
import { askWords, hostOf } from '../../../../renderer/tabs/permission-words.ts';
import { problemWords } from '../../../../renderer/tabs/problem-words.ts';
import { announcementFor, sizeWords, stateWords } from '../../../../renderer/downloads/words.ts';
import type { Download } from '../../../../shared/domain/tab.ts';
import { AccountId } from '../../../../shared/domain/account.ts';

test('a page asks with its host and everything that it wants', () => {
  expect(askWords('https://teams.microsoft.com', ['camera', 'microphone'])).toBe(
    'teams.microsoft.com wants to use your camera and your microphone.',
  );
  expect(askWords('https://a.example:8443', ['location'])).toBe('a.example:8443 wants to use your location.');
  expect(hostOf('null')).toBe('null');
});

test('a problem names the host it is about, and Chromium’s name for it', () => {
  const host = 'outlook.office.com';
  const known = problemWords({ kind: 'not-loaded', host, code: 'ERR_NAME_NOT_RESOLVED' });
  expect(known).toMatchObject({ code: 'ERR_NAME_NOT_RESOLVED' });
  expect(known.text).toContain(host);
  expect(problemWords({ kind: 'not-loaded', host, code: 'ERR_SOMETHING_NEW' }).text).toContain('Try again');
  // Names from outside are no keys of ours.
  expect(problemWords({ kind: 'not-loaded', host: '', code: 'constructor' }).text).toContain('Try again');
  expect(problemWords({ kind: 'certificate', host, code: 'ERR_CERT_DATE_INVALID' }).text).toContain(host);
  for (const asked of ['password', 'domain-login', 'certificate'] as const)
    expect(problemWords({ kind: 'sign-in-refused', host, asked }).text).toContain('Open the page in your browser');
});

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [1500, '1.5 kB'],
  [12_345_678, '12 MB'],
  [4_200_000_000, '4.2 GB'],
  [1e18, '1,000,000 TB'],
])('%d bytes are %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});

const download: Download = {
  id: '00000000-0000-4000-8000-000000000001',
  accountId: AccountId.parse('00000000-0000-4000-8000-000000000002'),
  fileName: 'report.pdf',
  receivedBytes: 12_000_000,
  totalBytes: 40_000_000,
  state: 'running',
};

test('a download says how far it is, and aloud only its beginning and its end', () => {
  expect(stateWords(download)).toBe('12 MB of 40 MB');
  expect(stateWords({ ...download, totalBytes: null })).toBe('12 MB');
  expect(stateWords({ ...download, state: 'paused' })).toBe('Paused, 12 MB of 40 MB');
  expect(announcementFor(download)).toBe('report.pdf is being downloaded.');
  expect(announcementFor({ ...download, state: 'paused' })).toBeNull();
  expect(announcementFor({ ...download, state: 'done' })).toBe('report.pdf was downloaded.');
});
