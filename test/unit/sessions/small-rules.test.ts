import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isStillSigningIn, wantsDevice } from '../../../main/sessions/browser-wanted.ts';
import { safeFileName } from '../../../main/sessions/file-name.ts';
import { keptHistory } from '../../../main/sessions/history.ts';
import { partitionOf, strayFolders } from '../../../main/sessions/partition.ts';
import { holdsInputAfter } from '../../../main/sessions/unsent-input.ts';
import { plainUserAgent } from '../../../main/sessions/user-agent.ts';
import { zoomed } from '../../../main/sessions/zoom.ts';
import { accountId } from '../../support/ids.ts';

describe('partitions', () => {
  test('are named by the account in lower case', () => {
    expect(partitionOf(accountId(7))).toBe(`persist:account-${accountId(7)}`);
    expect(partitionOf(accountId(7))).toBe(partitionOf(accountId(7)).toLowerCase());
  });

  test('only an account’s folder is ever taken for one, and only where the account is gone', () => {
    const mine = `account-${accountId(1)}`;
    const gone = `account-${accountId(2)}`;
    const others = [
      'account-',
      'account-x',
      `account-${accountId(3)}x`,
      `Account-${accountId(3)}`,
      accountId(3),
      '..',
      '.',
      'account-..%2f',
      'switchboard-posts',
    ];
    expect(strayFolders([mine, gone, ...others], new Set([accountId(1)]))).toEqual([gone]);
  });
});

test.each([
  ['https://device.login.microsoftonline.com/?request=x', true],
  ['https://certauth.login.microsoftonline.com/x', true],
  ['https://login.microsoftonline.com/common/oauth2/authorize?error_code=53003', true],
  [
    'https://login.microsoftonline.com/x?error=interaction_required&error_description=AADSTS50097%3a+Device+authentication',
    true,
  ],
  ['https://login.microsoftonline.com/x#error_description=AADSTS530003:%20x', true],
  ['https://login.microsoftonline.com/x?error_description=AADSTS50126%3a', false],
  ['https://login.microsoftonline.com/x?p=530001', false],
  ['https://login.microsoftonline.com/x?d=%E0%A4%A', false],
  ['https://evil.example/?error_code=53003', false],
  ['https://outlook.office.com/mail/', false],
  ['javascript:x', false],
])('%s wants the device: %s', (address, expected) => expect(wantsDevice(address)).toBe(expected));

test('what a sign-in wants holds until the page has left it', () => {
  expect(isStillSigningIn('https://login.microsoftonline.com/x')).toBe(true);
  expect(isStillSigningIn('https://outlook.office.com/mail/')).toBe(false);
});

test.each([
  [false, 'a', false, true],
  [false, '€', false, true],
  [false, '😀', false, true],
  [false, 'Shift', false, false],
  [false, 'ArrowDown', false, false],
  [true, 'ArrowDown', false, true],
  [true, 'Enter', false, false],
  [false, 'c', true, false],
  [true, 'c', true, true],
  [false, 'v', true, true],
  [false, 'V', true, true],
  [true, 'Enter', true, true],
])('holding input %s, after %s (command %s): %s', (before, key, withCommand, after) => {
  expect(holdsInputAfter(before, { key, withCommand })).toBe(after);
});

test('a user agent without Electron and our name', () => {
  const chromium =
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
  expect(plainUserAgent(chromium)).toBe(chromium);
  expect(
    plainUserAgent(
      chromium.replace(' Chrome', ' Switchboard/1.2.3-beta.4 Chrome').replace(' Safari', ' Electron/45.4.1 Safari'),
    ),
  ).toBe(chromium);
});

test('zoom goes in steps and stays at its ends', () => {
  expect(zoomed(100, 'in')).toBe(110);
  expect(zoomed(100, 'out')).toBe(90);
  expect(zoomed(105, 'in')).toBe(110);
  expect(zoomed(500, 'in')).toBe(500);
  expect(zoomed(25, 'out')).toBe(25);
  expect(zoomed(175, 'reset')).toBe(100);
});

describe('file names', () => {
  test.each([
    ['report.pdf', 'report.pdf'],
    ['../../.bashrc', '_.._.bashrc'],
    ['C:\\Windows\\x.exe', 'C__Windows_x.exe'],
    ['a\u202Egpj.exe', 'agpj.exe'],
    ['nul', '_nul'],
    ['COM1.txt', '_COM1.txt'],
    ['trailing. . .', 'trailing'],
    ['  .hidden', 'hidden'],
    ['new\nline\0.txt', 'newline.txt'],
    ['', 'download'],
    ['...', 'download'],
    ['Bericht ÄÖÜ 日本.docx', 'Bericht ÄÖÜ 日本.docx'],
  ])('%j becomes %j', (name, safe) => expect(safeFileName(name)).toBe(safe));

  test('are one part of a path, of bearable length, whatever is suggested', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const safe = safeFileName(name);
        expect(safe.length).toBeGreaterThan(0);
        expect(safe.length).toBeLessThanOrEqual(121);
        expect(safe).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}]|^\.|[. ]$/u);
      }),
      { numRuns: 2000 },
    );
  });

  test('keep their ending', () => expect(safeFileName(`${'a'.repeat(300)}.pdf`)).toMatch(/^a{116}\.pdf$/));
});

const entry = (n: number, pageState?: string) => ({
  url: `https://x.example/${n}`,
  title: `${n}`,
  ...(pageState && { pageState }),
});

describe('a history', () => {
  test('brings back only what a view may show', () => {
    const entries = [
      { url: 'file:///etc/passwd', title: '' },
      entry(1),
      { url: 'javascript:x', title: '' },
      entry(2, 'state'),
    ];
    expect(keptHistory({ entries, index: 3 })).toEqual({ entries: [entry(1), entry(2, 'state')], index: 1 });
    expect(keptHistory({ entries, index: 0 })).toBeNull();
    expect(keptHistory({ entries, index: 9 })).toBeNull();
    expect(keptHistory({ entries: [], index: -1 })).toBeNull();
  });

  test('keeps fifty entries around where it is', () => {
    const entries = Array.from({ length: 300 }, (_, n) => entry(n));
    for (const index of [0, 10, 150, 290, 299]) {
      const kept = keptHistory({ entries, index });
      expect(kept?.entries).toHaveLength(50);
      expect(kept?.entries[kept.index]).toEqual(entry(index));
    }
  });

  test('keeps a large state only where it is', () => {
    const entries = [entry(1, 'a'.repeat(300_000)), entry(2, 'b'.repeat(300_000)), entry(3, 'c'.repeat(900_000))];
    const kept = keptHistory({ entries, index: 1 });
    expect(kept?.entries.map(({ pageState }) => pageState?.length)).toEqual([undefined, 300_000, undefined]);
    expect(keptHistory({ entries, index: 2 })?.entries[2]?.pageState).toBeUndefined();
  });
});
