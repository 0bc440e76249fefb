import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { HandlerDetails, WebContents } from 'electron/main';
import { beforeEach, expect, test } from 'vitest';
import { guardApp, guardNetwork, guardSession } from '../../../main/shell/security.ts';
import { createRegistry, type Registry } from '../../../main/sessions/views/registry.ts';
import { RecordedApp, RecordedContents, RecordedSession } from '../../support/electron-recorder.ts';
import { type RecordingLog, recordingLog } from '../../support/log.ts';

let app: RecordedApp;
let log: RecordingLog;
let opened: string[];
let pages: Registry;

beforeEach(() => {
  app = new RecordedApp();
  log = recordingLog();
  opened = [];
  pages = createRegistry();
  const browser = { open: async (address: URL) => opened.push(address.href) > 0 };
  guardApp(app.asElectron(), { browser, pages, log });
});

function newContents(): RecordedContents {
  const contents = new RecordedContents();
  app.emit('web-contents-created', {}, contents);
  return contents;
}

const NAVIGATIONS = ['will-navigate', 'will-frame-navigate', 'will-redirect'];
const ELSEWHERE = [
  'https://example.com/',
  'http://127.0.0.1/',
  'file:///etc/passwd',
  'data:text/html,x',
  'javascript:alert(1)',
  'about:blank',
  'blob:app://switchboard/1',
  'app://evil/',
  'app://switchboard.evil/',
  'app://user@switchboard/',
];

test('every webContents is guarded from the moment it is made', () => {
  for (let made = 0; made < 20; made += 1) {
    const contents = newContents();
    for (const name of NAVIGATIONS) {
      for (const address of ELSEWHERE)
        expect([name, address, contents.isPrevented(name, address)]).toEqual([name, address, true]);
      expect(contents.isPrevented(name, 'app://switchboard/index.html')).toBe(false);
    }
    expect(contents.isPrevented('will-attach-webview', '')).toBe(true);
    expect(contents.openHandler).toBeDefined();
  }
});

const details = (url: string): HandlerDetails => ({
  url,
  frameName: 'named',
  features: 'popup,nodeIntegration=yes',
  disposition: 'new-window',
  referrer: { url: '', policy: 'no-referrer' },
});

const NO_WINDOW = [
  ...ELSEWHERE.slice(1),
  'app://switchboard/',
  'app://switchboard/index.html',
  '',
  'javascript:alert()',
  'javascript://example.com/%0aalert(1)',
  'JAVASCRIPT:x',
  'vbscript:x',
  'view-source:https://example.com',
  'chrome://settings',
  'devtools://devtools/bundled/inspector.html',
  'mailto:a@example.com',
  'tel:1',
  'ms-settings:',
  'search-ms:x',
  'steam://run/1',
  'smb://server/share',
  'ftp://example.com/',
  'ws://example.com/',
  'https://user:secret@example.com/',
  'https://user@example.com/',
  'http://example.com/',
  'https://',
  'https:',
  '//example.com',
  '\\\\server\\share',
  'C:\\Windows\\calc.exe',
  'about:srcdoc',
  'data:,',
  '\0',
  'not an address',
  `https://example.com/${'a'.repeat(2_000_000)}`,
  'filesystem:app://switchboard/x',
];

test(`no page opens a window; only https goes to the system browser (${NO_WINDOW.length} tried)`, () => {
  const { openHandler } = newContents();
  expect(NO_WINDOW.length).toBeGreaterThanOrEqual(40);
  for (const address of NO_WINDOW) expect(openHandler?.(details(address))).toEqual({ action: 'deny' });
  expect(opened).toEqual([]);
  expect(log.events.filter(({ name }) => name === 'window-blocked')).toHaveLength(NO_WINDOW.length);

  expect(openHandler?.(details('https://example.com/x'))).toEqual({ action: 'deny' });
  expect(opened).toEqual(['https://example.com/x']);
});

/** The names of Electron's own declarations, so that a new permission is tried too. */
function permissionNames(): string[] {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const declarations = readFileSync(join(folder, 'electron.d.ts'), 'utf8');
  const handlers = declarations.matchAll(/setPermission(?:Request|Check)Handler\(.*?permission: ([^,]+),/g);
  const names = [...handlers].flatMap(([, union]) => union?.match(/[\w-]+/g) ?? []);
  return [...new Set(names)];
}

test('every permission is refused, from every origin and frame, but to copy from our own page', () => {
  const session = new RecordedSession();
  app.emit('session-created', session);
  const names = permissionNames();
  expect(names.length).toBeGreaterThan(40);
  const contents = new RecordedContents().asElectron();
  for (const permission of names) {
    for (const origin of ['app://switchboard', 'https://outlook.office.com', 'https://evil.example']) {
      for (const isMainFrame of [true, false]) {
        const answers: boolean[] = [];
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the union was just read from the declarations
        const name = permission as Parameters<NonNullable<RecordedSession['request']>>[1];
        session.request?.(contents, name, (granted) => answers.push(granted), { requestingUrl: origin, isMainFrame });
        const given = { requestingUrl: origin, securityOrigin: origin, isMainFrame, mediaType: 'unknown' as const };
        const none: WebContents | null = null;
        answers.push(session.check?.(none, name, origin, given) ?? true);
        const isOurs = permission === 'clipboard-sanitized-write' && origin === 'app://switchboard';
        expect([permission, origin, ...answers]).toEqual([permission, origin, isOurs, isOurs]);
      }
    }
  }
});

test('devices, screen capture and downloads are refused', () => {
  const session = new RecordedSession();
  guardSession(session.asElectron(), { pages, log });
  expect(session.device?.length).toBe(0);
  expect(Reflect.apply(session.device ?? (() => true), null, [])).toBe(false);
  const streams: unknown[] = [];
  Reflect.apply(session.displayMedia ?? (() => {}), null, [{}, (given: unknown) => streams.push(given)]);
  expect(streams).toEqual([null]);
  let prevented = false;
  session.emit('will-download', { preventDefault: () => (prevented = true) });
  expect(prevented).toBe(true);
});

test('certificate errors, client certificates and logins are refused', () => {
  for (const [name, at, expected] of [
    ['certificate-error', 4, [false]],
    ['select-client-certificate', 3, []],
    ['login', 3, []],
  ] as const) {
    let prevented = false;
    let answer: unknown[] | undefined;
    const rest: unknown[] = [null, { url: 'https://example.com/' }, { scheme: 'basic' }].slice(0, at);
    rest.length = at;
    app.emit(name, { preventDefault: () => (prevented = true) }, ...rest, (...given: unknown[]) => (answer = given));
    expect({ name, prevented, answer }).toEqual({ name, prevented: true, answer: expected });
  }
});

test('our own session reaches nothing but our own files', () => {
  const session = new RecordedSession();
  const cancelled = (url: string) => {
    let answer: boolean | undefined;
    session.beforeRequest?.({ url }, ({ cancel }) => (answer = cancel));
    return answer;
  };
  guardNetwork(session.asElectron(), log, { devTools: false });
  const outside = ['https://example.com/', 'http://127.0.0.1:1/', 'ws://x/', 'file:///etc/passwd', 'devtools://x/y'];
  for (const url of outside) expect([url, cancelled(url)]).toEqual([url, true]);
  expect(log.events.filter(({ name }) => name === 'request-blocked')).toHaveLength(outside.length);
  expect(cancelled('app://switchboard/assets/index.js')).toBe(false);

  guardNetwork(session.asElectron(), log, { devTools: true });
  expect(cancelled('devtools://devtools/bundled/inspector.html')).toBe(false);
  expect(cancelled('https://example.com/')).toBe(true);
});
