import { describe, expect, test } from 'vitest';
import { mayGo, originOf, pageAddress, upgraded } from '../../../main/sessions/navigation.ts';
import { services } from '../../../shared/services.ts';

const LONG = 'a'.repeat(2_000_000);

/** Where the page itself may go: everywhere on https. */
const PAGES = [
  ...services.flatMap(({ address }) => Object.values(address)),
  'https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=x&login_hint=a%40b.example',
  'https://login.live.com/ppsecure/post.srf',
  'https://idp.contoso.example/adfs/ls/?wa=wsignin1.0',
  'https://contoso.sharepoint.com:8443/sites/x#y',
  'https://127.0.0.1/',
  'https://[::1]/',
  'https://xn--bcher-kva.example/',
  'https://bücher.example/',
  'HTTPS://EXAMPLE.COM/',
  'https:example.com',
  'https:///example.com',
  'https://example.com\\x',
  ' https://example.com/ ',
  'https://exa\nmple.com/',
  // Chromium takes the name and password out of what is shown.
  'https://user:secret@example.com/',
  `https://example.com/${'a'.repeat(60_000)}`,
];

/** What only frames of a page may show. */
const FRAMES = [
  'about:blank',
  'about:blank#x',
  'about:blank?x',
  'about:srcdoc',
  'blob:https://outlook.office.com/3f0c8a86',
  'BLOB:https://outlook.office.com/3f0c8a86',
  'blob:null/3f0c8a86',
  'data:text/html,<p>x',
  'DATA:image/png;base64,AA==',
  `data:text/plain,${LONG}`,
];

/** Custom schemes a system may know, each of which starts a program. */
const PROGRAMS = (
  'msteams ms-word ms-excel ms-powerpoint ms-outlook ms-settings ms-msdt ms-officecmd ms-appinstaller ms-search search-ms ' +
  'search onenote onenote-cmd skype callto tel sms mailto facetime facetime-audio zoommtg slack vscode steam spotify ' +
  'itms itms-apps macappstore help x-help-action x-apple.systempreferences shortcuts shell ssh sftp smb afp nfs webdav ' +
  'davs vnc rdp ms-rd magnet irc ircs news nntp gopher ldap ldaps rtsp mms git svn jdbc market intent android-app ' +
  'microsoft-edge googlechrome firefox opera-http bitcoin switchboard ms-cxh ms-gamingoverlay read feed webcal'
).split(' ');

const NOWHERE = [
  'http://',
  'http:',
  'http://outlook.office.com/',
  'http://127.0.0.1:8080/',
  'http://user:secret@example.com/',
  'ws://example.com/',
  'wss://example.com/',
  'ftp://example.com/',
  'file:///etc/passwd',
  'file://server/share/x.exe',
  'file:C:/Windows/System32/calc.exe',
  'FILE:///etc/passwd',
  'app://switchboard/',
  'app://switchboard/index.html',
  'app://evil/',
  'APP://switchboard/',
  'app:switchboard',
  'javascript:alert(1)',
  'javascript://example.com/%0aalert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'vbscript:msgbox(1)',
  'view-source:https://example.com/',
  'view-source:file:///etc/passwd',
  'chrome://settings/',
  'chrome://gpu/',
  'chrome://crash',
  'chrome-error://chromewebdata/',
  'chrome-extension://abcdefghijklmnop/x.html',
  'chrome-untrusted://x/',
  'devtools://devtools/bundled/inspector.html',
  'isolated-app://x/',
  'filesystem:https://example.com/temporary/x',
  'filesystem:app://switchboard/x',
  'about:config',
  'about:blankx',
  'about:',
  'about://blank',
  'content://x',
  'jar:https://example.com!/x',
  'wyciwyg://x',
  'res://ieframe.dll/x',
  'mhtml:https://example.com/x',
  'mk:@MSITStore:C:/x.chm',
  'urn:x',
  'intent://x#Intent;scheme=https;end',
  'https://',
  'https:',
  'https://:443/',
  'https:// /',
  'https://%/',
  'https://exa mple.com/',
  'https://[::1',
  'https://example.com:99999/',
  'http\u0000s://example.com/',
  'httpsx://example.com/',
  'xhttps://example.com/',
  '//example.com/',
  '\\\\server\\share',
  'C:\\Windows\\System32\\calc.exe',
  '/etc/passwd',
  'example.com',
  'not an address',
  '',
  ' ',
  '\0',
  ':',
  '://',
  '#',
  '%',
  LONG,
  `https://example.com/${LONG}`,
  `http://example.com/${LONG}`,
  `javascript:${LONG}`,
  `app://switchboard/${LONG}`,
  ...PROGRAMS.map((scheme) => `${scheme}:x`),
  ...PROGRAMS.map((scheme) => `${scheme.toUpperCase()}://example.com/`),
];

const short = (address: string) => (address.length > 80 ? `${address.slice(0, 60)}... (${address.length})` : address);
const count = (PAGES.length + FRAMES.length + NOWHERE.length) * 2;

describe(`where a page may go (${count} cases)`, () => {
  test('the table is as large as it has to be', () => expect(count).toBeGreaterThan(400));

  test.each(PAGES.map((address) => [short(address), address]))('%s: page and frame', (_name, address) => {
    expect(mayGo({ address, isMainFrame: true })).toBe(true);
    expect(mayGo({ address, isMainFrame: false })).toBe(true);
    expect(pageAddress(address)?.protocol).toBe('https:');
  });

  test.each(FRAMES.map((address) => [short(address), address]))('%s: only a frame', (_name, address) => {
    expect(mayGo({ address, isMainFrame: true })).toBe(false);
    expect(mayGo({ address, isMainFrame: false })).toBe(true);
    expect(pageAddress(address)).toBeNull();
  });

  test.each(NOWHERE.map((address) => [short(address), address]))('%s: nobody', (_name, address) => {
    expect(mayGo({ address, isMainFrame: true })).toBe(false);
    expect(mayGo({ address, isMainFrame: false })).toBe(false);
    expect(originOf(address)).toBeNull();
  });
});

test.each([
  ['http://outlook.office.com/mail/?x#y', 'https://outlook.office.com/mail/?x#y'],
  ['http://outlook.office.com:80/', 'https://outlook.office.com/'],
  ['HTTP://OUTLOOK.office.com', 'https://outlook.office.com/'],
  ['http://outlook.office.com:8080/', null],
  ['https://outlook.office.com/', null],
  ['ftp://outlook.office.com/', null],
  ['http:', null],
  [`http://x/${LONG}`, null],
  [null, null],
])('%s is upgraded to %s', (address, expected) => {
  expect(upgraded(address)?.href ?? null).toBe(expected);
});

test('an origin is scheme, host and port', () => {
  expect(originOf('https://Outlook.Office.com:443/mail?x')).toBe('https://outlook.office.com');
  expect(originOf('https://user:secret@example.com:8443/')).toBe('https://example.com:8443');
});
