import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Protocol } from 'electron/main';
import { expect, test } from 'vitest';
import {
  CONTENT_SECURITY_POLICY,
  listAppFiles,
  registerAppScheme,
  resolveAppFile,
  serveApp,
} from '../../../main/shell/app-protocol.ts';
import { temporaryFolder } from '../../support/folder.ts';

const FILES = new Set(['index.html', 'assets/index.js', 'assets/index.css']);

const UP = [
  '..',
  '%2e%2e',
  '%2E.',
  '.%2e',
  '%252e%252e',
  '..%2f',
  '..%5c',
  '%5c..',
  '..\\',
  '....//',
  '..;',
  '..%00',
  '\u2024\u2024',
];
const TARGETS = ['etc/passwd', 'package.json', 'main/index.js', 'out/main/index.js', 'app.asar', 'C:/Windows/win.ini'];
const PREFIXES = ['', 'assets/', './', '/', '//', 'assets/../'];

const hostile = [
  ...PREFIXES.flatMap((prefix) =>
    UP.flatMap((up) => TARGETS.map((target) => `app://switchboard/${prefix}${up}/${target}`)),
  ),
  'app://switchboard/index.html%00',
  'app://switchboard/index.html%00.js',
  'app://switchboard/index.html/',
  'app://switchboard/INDEX.HTML',
  'app://switchboard/index%2ehtml',
  'app://switchboard/assets%2findex.js',
  'app://switchboard/assets%5cindex.js',
  'app://switchboard/assets\\index.js',
  'app://switchboard/assets/',
  'app://switchboard//index.html',
  'app://switchboard/%',
  'app://switchboard/%zz',
  'app://switchboard/constructor',
  'app://switchboard/__proto__',
  'app://other/index.html',
  'app://switchboard.evil/index.html',
  'app://user@switchboard/index.html',
  'app:/index.html',
  'https://switchboard/index.html',
  'file:///etc/passwd',
  '\\\\server\\share\\index.html',
  'not an address',
];

test(`no path leads out of the list of files (${hostile.length} tried)`, () => {
  expect(hostile.length).toBeGreaterThan(480);
  expect(hostile.filter((address) => resolveAppFile(address, FILES) !== null)).toEqual([]);
});

test('the files on the list are found, whatever the query', () => {
  expect(resolveAppFile('app://switchboard/', FILES)).toBe('index.html');
  expect(resolveAppFile('app://switchboard', FILES)).toBe('index.html');
  expect(resolveAppFile('app://switchboard/assets/index.js?v=1#x', FILES)).toBe('assets/index.js');
});

function pagesFolder(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets', 'index.js'), 'export {};');
  writeFileSync(join(folder, 'assets', 'index.js.map'), '{}');
  writeFileSync(join(folder, '.env'), 'SECRET=1');
  symlinkSync('/etc/hostname', join(folder, 'link.html'));
  return folder;
}

test('only pages, scripts, styles, pictures and fonts are listed, and no links', () => {
  expect([...listAppFiles(pagesFolder())].toSorted()).toEqual(['assets/index.js', 'index.html']);
});

test('each answer carries the policy and a type; what is not there is 404', async () => {
  let handler: Parameters<Protocol['handle']>[1] | undefined;
  serveApp({ handle: (_scheme, given) => void (handler = given) }, pagesFolder());
  const get = async (path: string, method = 'GET') =>
    handler?.(new Request(`app://switchboard/${path}`, { method })) ?? Promise.reject(new Error('no handler'));

  const page = await get('');
  expect(page.status).toBe(200);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await page.text()).toBe('<!doctype html>');
  const missing = await get('../package.json');
  expect(missing.status).toBe(404);
  for (const answer of [page, missing]) {
    expect(answer.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  }
  expect((await get('', 'POST')).status).toBe(404);
});

test('the policy starts from nothing and opens no way out', () => {
  const policy = new Map(CONTENT_SECURITY_POLICY.split('; ').map((part) => [part.split(' ')[0], part]));
  expect(policy.get('default-src')).toBe("default-src 'none'");
  expect(policy.get('script-src')).toBe("script-src 'self'");
  for (const name of ['connect-src', 'object-src', 'base-uri', 'form-action', 'frame-ancestors']) {
    expect(policy.get(name)).toBe(`${name} 'none'`);
  }
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|\*|https?:|blob:/);
});

test('the scheme is standard and secure, and bypasses nothing', () => {
  const registered: Electron.CustomScheme[] = [];
  registerAppScheme({ registerSchemesAsPrivileged: (schemes) => void registered.push(...schemes) });
  expect(registered).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } }]);
});
