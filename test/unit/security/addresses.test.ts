import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { externalAddress } from '../../../main/external-address.ts';
import { isOwnRequest, ownAddress } from '../../../main/shell/addresses.ts';
import { parseDeepLink } from '../../../main/shell/deep-link.ts';
import { Navigation } from '../../../shared/domain/environment.ts';

const PATHS = ['', '/', '/index.html', '/a/b.js', '/?q=1', '/#top', '/%2e%2e/x', '/a b', '/\u202e', '/ü'];

/** Hosts that look like ours, or like a way around it. */
const FOREIGN_HOSTS = [
  'switchboard.example',
  'switchboard.evil.example',
  'evil-switchboard',
  'switchboar',
  'SWITCHBOARD',
  'switchboard.',
  'switchboard:80',
  'user@switchboard',
  'user:secret@switchboard',
  'switchboard@evil.example',
  '127.0.0.1',
  '[::1]',
  '',
  'xn--switchbord-62a',
];

const FOREIGN_SCHEMES = [
  'http',
  'https',
  'file',
  'ftp',
  'ws',
  'wss',
  'app2',
  'apps',
  'chrome',
  'devtools',
  'blob:app',
  'filesystem:app',
  'view-source:app',
  'switchboard',
];

/** Not addresses at all, or such that carry their own content. */
const ODD = [
  '',
  ' ',
  'about:blank',
  'about:srcdoc',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>1</script>',
  'blob:null/3b1c',
  'vbscript:x',
  'mailto:a@example.com',
  'tel:+491701234567',
  'ms-settings:privacy',
  'search-ms:query=x',
  '//evil.example',
  '\\\\evil.example\\share',
  'C:\\Windows\\System32\\calc.exe',
  '/etc/passwd',
  '../x',
  'app',
  'app:',
  'app:switchboard',
  'app:/switchboard',
  'app:///switchboard',
  'app:////switchboard',
  'https:',
  'https://',
  'https://%00',
  'http://[',
  '\0',
  `app://switchboard/${'a'.repeat(3000)}`,
  `https://example.com/${'a'.repeat(2_000_000)}`,
];

const foreign = [
  ...FOREIGN_HOSTS.flatMap((host) => PATHS.map((path) => `app://${host}${path}`)),
  ...FOREIGN_SCHEMES.flatMap((scheme) => PATHS.map((path) => `${scheme}://switchboard${path}`)),
  ...ODD,
];

test(`only our own origin is our own address (${foreign.length} others)`, () => {
  expect(foreign.length).toBeGreaterThan(200);
  expect(foreign.filter((address) => ownAddress(address) !== null)).toEqual([]);
  for (const path of PATHS) expect(ownAddress(`app://switchboard${path}`)).not.toBeNull();
  for (const value of [null, undefined, 7, {}, ['app://switchboard/'], new URL('app://switchboard/')]) {
    expect(ownAddress(value)).toBeNull();
  }
});

const REFUSED_SCHEMES = [
  'http',
  'ftp',
  'file',
  'app',
  'smb',
  'ssh',
  'telnet',
  'ldap',
  'gopher',
  'ws',
  'wss',
  'chrome',
  'edge',
  'ms-word',
  'ms-excel',
  'ms-cxh',
  'ms-appinstaller',
  'vscode',
  'steam',
  'intent',
  'itms',
  'x-apple',
  'shell',
];
const REFUSED_AUTHORITIES = ['user@', 'user:secret@', ':secret@', 'login.microsoftonline.com@'];
const HOSTS = ['example.com', 'outlook.office.com', 'xn--bcher-kva.example', '127.0.0.1:8443', '[::1]', 'localhost'];

const refused = [
  ...REFUSED_SCHEMES.flatMap((scheme) => PATHS.map((path) => `${scheme}://example.com${path}`)),
  ...REFUSED_AUTHORITIES.flatMap((user) => HOSTS.map((host) => `https://${user}${host}/`)),
  ...ODD.filter((address) => address !== 'https://%00'),
];
const opened = HOSTS.flatMap((host) => PATHS.map((path) => `https://${host}${path}`));

test(`only https without credentials leaves the app (${refused.length} refused, ${opened.length} let through)`, () => {
  expect(refused.length + opened.length).toBeGreaterThan(300);
  expect(refused.filter((address) => externalAddress(address) !== null)).toEqual([]);
  expect(opened.filter((address) => externalAddress(address)?.protocol !== 'https:')).toEqual([]);
  expect(externalAddress('https://%00')).toBeNull();
});

test('what is opened is what was parsed, not what was typed', () => {
  expect(externalAddress('HTTPS://Example.COM\\@evil.example')?.href).toBe('https://example.com/@evil.example');
  expect(externalAddress(' https://example.com/\n')?.href).toBe('https://example.com/');
});

test('our own window asks only for its own files', () => {
  expect(isOwnRequest('app://switchboard/assets/index.js')).toBe(true);
  expect(isOwnRequest(`data:image/png;base64,${'A'.repeat(5000)}`)).toBe(true);
  for (const address of ['https://example.com/', 'http://127.0.0.1/', 'ws://127.0.0.1/', 'file:///etc/passwd', '']) {
    expect(isOwnRequest(address)).toBe(false);
  }
});

/** Pieces of addresses in any order, so that many are almost one. */
const piece = fc.oneof(
  fc.constantFrom('app://switchboard', 'https://example.com'),
  fc.constantFrom(
    'https:',
    'http:',
    'javascript:',
    'data:',
    'blob:',
    'app:',
    'file:',
    '//',
    '/',
    '\\',
    '@',
    ':',
    '?',
    '#',
  ),
  fc.constantFrom(
    'switchboard',
    'example.com',
    'user',
    '..',
    '%2e%2e',
    '%00',
    '\0',
    '\n',
    '\t',
    ' ',
    '\u202e',
    '[::1]',
    ':443',
  ),
  fc.string({ maxLength: 6 }),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
);
/** Links that are good, or nearly: of pieces that the grammar knows, with something foreign in between. */
const link = fc
  .tuple(
    fc.constantFrom(
      'switchboard://',
      'switchboard://',
      'switchboard:',
      'SWITCHBOARD://',
      'switchboard://switchboard://',
    ),
    fc.constantFrom('dashboard', 'your-info', 'settings', 'accounts', 'link', 'open', 'switch', 'erase', ''),
    fc.constantFrom('', '', '', '', '/', '//', '/x', ':80', '#x'),
    fc.constantFrom('', '?', '?identifier=', '?url=', '?url=https://example.com/', '?url=https%3A%2F%2F', '?x='),
    fc.oneof({ weight: 4, arbitrary: fc.constant('') }, piece, piece.map(encode)),
  )
  .map((parts) => parts.join(''));
const address = fc.oneof(
  link,
  fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.anything({ maxDepth: 1 }),
);

/** Escapes what can be escaped. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** Whether a link names one of six places, with a text to fill in, or an address that could leave as well. */
function isClosed(shown: ReturnType<typeof parseDeepLink>): boolean {
  if (shown === null) return true;
  if (!Navigation.safeParse(shown).success) return false;
  if (shown.page === 'open-link') return externalAddress(shown.address)?.href === shown.address;
  if (/[\p{Cc}\p{Cf}]/u.test(shown.text ?? '')) return false;
  const takesText = shown.page === 'switcher' || shown.page === 'add';
  return takesText || (shown.text === undefined && ['dashboard', 'your-info', 'settings'].includes(shown.page));
}

test('50,000 addresses and links: none throws, what leaves is https with a host and without credentials, and a link only shows', () => {
  const seen = { external: 0, own: 0, links: 0, opened: 0 };
  fc.assert(
    fc.property(address, (typed) => {
      const external = externalAddress(typed);
      const own = ownAddress(typed);
      if (external) seen.external += 1;
      if (own) seen.own += 1;
      const shown = parseDeepLink(typed);
      if (shown) seen.links += 1;
      if (shown?.page === 'open-link') seen.opened += 1;
      expect(isClosed(shown)).toBe(true);
      expect(external === null || /^https:\/\/[^/@]+\//.test(external.href)).toBe(true);
      expect(own === null || /^app:\/\/switchboard(?:[/?#]|$)/.test(own.href)).toBe(true);
      expect(external === null || own === null).toBe(true);
      expect(isOwnRequest(typed)).toBe(own !== null || (typeof typed === 'string' && typed.startsWith('data:')));
    }),
    { numRuns: 50_000, seed: 20261123 },
  );
  // All of them must have happened, or nothing was tried.
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(50);
});
