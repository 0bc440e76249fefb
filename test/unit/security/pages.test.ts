import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openAccountSession } from '../../../main/sessions/views/account-session.ts';
import { createRegistry, type Registry } from '../../../main/sessions/views/registry.ts';
import { wipeSession } from '../../../main/sessions/views/wipe.ts';
import { guardApp } from '../../../main/shell/security.ts';
import type { SitePermission } from '../../../shared/domain/tab.ts';
import { RecordedApp, RecordedContents, RecordedSession } from '../../support/electron-recorder.ts';
import { accountId } from '../../support/ids.ts';
import { recordingLog, type RecordingLog } from '../../support/log.ts';
import { heldListener, type HeldListener } from '../../support/listener.ts';

let app: RecordedApp;
let log: RecordingLog;
let pages: Registry;
let session: RecordedSession;
let listener: HeldListener;
let contents: RecordedContents;
let allowed: Set<SitePermission>;

beforeEach(() => {
  app = new RecordedApp();
  log = recordingLog();
  pages = createRegistry();
  guardApp(app.asElectron(), { browser: { open: async () => true }, pages, log });
  session = new RecordedSession();
  app.emit('session-created', session);
  allowed = new Set();
  openAccountSession(session.asElectron(), accountId(1), {
    registry: pages,
    log,
    downloadsFolder: '/downloads',
    showInFolder: () => {},
    fromFrame: () => undefined,
    rules: {
      isAllowed: (_account, origin, name) => origin === 'https://outlook.office.com' && allowed.has(name),
      downloadStarted: () => ({ fileName: 'x', changed: () => {} }),
    },
  });
  contents = new RecordedContents(session);
  app.emit('web-contents-created', {}, contents);
  listener = heldListener();
  pages.addPage(contents.asElectron(), {
    listener,
    contents: contents.asElectron(),
    popups: new Set(),
    signingIn: new WeakSet(),
  });
});

/** The names of Electron's own declarations. */
function permissionNames(): string[] {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const declarations = readFileSync(join(folder, 'electron.d.ts'), 'utf8');
  const handlers = declarations.matchAll(/setPermission(?:Request|Check)Handler\(.*?permission: ([^,]+),/g);
  return [...new Set([...handlers].flatMap(([, union]) => union?.match(/[\w-]+/g) ?? []))];
}

const ASKED = new Set([
  'media',
  'geolocation',
  'geolocation-approximate',
  'clipboard-read',
  'deprecated-sync-clipboard-read',
  'fullscreen',
]);

/** What becomes of a request by its name. */
function expected(name: string): boolean | 'asked' {
  // Chromium itself lets a page write text only right after a click.
  return ASKED.has(name) ? 'asked' : name === 'clipboard-sanitized-write';
}

/** What a page's request comes to: true, false, or what the person is asked. */
function request(name: string, requestingUrl: string, isMainFrame: boolean): boolean | readonly string[] {
  const answers: boolean[] = [];
  const before = listener.asks.length;
  const details = { requestingUrl, isMainFrame, mediaTypes: ['video', 'audio'] };
  Reflect.apply(session.request ?? (() => {}), null, [
    contents,
    name,
    (given: boolean) => answers.push(given),
    details,
  ]);
  return answers[0] ?? listener.asks[before]?.permissions ?? [];
}

test('of a page only what a person may allow is asked for; everything else is refused, from every origin and frame', () => {
  const names = permissionNames();
  expect(names.length).toBeGreaterThan(40);
  for (const name of names) {
    for (const origin of ['https://outlook.office.com/mail/', 'https://evil.example/']) {
      for (const isMainFrame of [true, false]) {
        const came = request(name, origin, isMainFrame);
        const kind = Array.isArray(came) ? 'asked' : came;
        expect([name, kind]).toEqual([name, expected(name)]);
      }
    }
    for (const origin of ['http://outlook.office.com/', 'app://switchboard/', 'data:text/html,x', 'about:blank', ''])
      expect([name, origin, request(name, origin, false)]).toEqual([
        name,
        origin,
        name === 'clipboard-sanitized-write',
      ]);
  }
  expect(request('media', 'https://outlook.office.com/', true)).toEqual(['camera', 'microphone']);
});

test('who asks is the frame that asks', () => {
  request('geolocation', 'https://frame.example/x?y', false);
  expect(listener.asks.at(-1)).toMatchObject({ origin: 'https://frame.example', permissions: ['location'] });
});

/** What Chromium is told without anybody being asked. */
function check(name: string, origin: string, mediaType?: string): boolean {
  const handler = session.check ?? (() => true);
  return Reflect.apply(handler, null, [null, name, origin, { isMainFrame: true, mediaType }]) === true;
}

test('what is checked without asking is what was allowed to this origin', () => {
  for (const name of permissionNames()) {
    const given = check(name, 'https://outlook.office.com/', 'video');
    expect([name, given]).toEqual([name, name === 'clipboard-sanitized-write']);
  }
  allowed = new Set(['camera', 'location']);
  expect(check('media', 'https://outlook.office.com/', 'video')).toBe(true);
  expect(check('media', 'https://outlook.office.com/', 'audio')).toBe(false);
  expect(check('media', 'https://outlook.office.com/', 'unknown')).toBe(false);
  expect(check('media', 'https://outlook.office.com/')).toBe(false);
  expect(check('geolocation', 'https://outlook.office.com/')).toBe(true);
  expect(check('geolocation', 'https://evil.example/')).toBe(false);
});

test('devices and screen capture stay refused', () => {
  expect(Reflect.apply(session.device ?? (() => true), null, [])).toBe(false);
  const streams: unknown[] = [];
  Reflect.apply(session.displayMedia ?? (() => {}), null, [{}, (given: unknown) => streams.push(given)]);
  expect(streams).toEqual([null]);
});

test('the user agent names neither Electron nor Switchboard, from before the first page', () => {
  expect(session.userAgent).toBe(
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  );
});

const nothing = () => {};

describe('a page', () => {
  test('goes to https, and its frames also to what is held to their origin', () => {
    for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
      for (const isMainFrame of name === 'will-frame-navigate' ? [false] : [true, false]) {
        expect(contents.isPrevented(name, 'https://idp.example/', isMainFrame)).toBe(false);
        for (const address of ['app://switchboard/', 'file:///etc/passwd', 'javascript:x', 'chrome://gpu', 'msteams:x'])
          expect([name, address, contents.isPrevented(name, address, isMainFrame)]).toEqual([name, address, true]);
      }
    }
    expect(contents.isPrevented('will-frame-navigate', 'about:srcdoc', false)).toBe(false);
    expect(contents.isPrevented('will-attach-webview', '')).toBe(true);
  });

  test('goes to https where it wanted http, and is told where it is sent there', () => {
    expect(contents.isPrevented('will-navigate', 'http://outlook.office.com/x', true)).toBe(true);
    expect(contents.loaded).toEqual(['https://outlook.office.com/x']);
    expect(contents.isPrevented('will-redirect', 'http://outlook.office.com/x', true)).toBe(true);
    const place = { address: 'http://outlook.office.com/x', canGoBack: true, canGoForward: false };
    expect(listener.calls).toContainEqual(['failed', { ...place, code: 'ERR_UNSAFE_REDIRECT' }]);
    expect(contents.loaded).toHaveLength(1);
  });

  test('opens a window only where the rules say so, and that window is as bare as the page', () => {
    const wish = {
      url: 'https://login.live.com/',
      frameName: 'x',
      features: 'popup,preload=evil',
      disposition: 'new-window',
    };
    const open = () => Reflect.apply(contents.openHandler ?? (() => null), null, [wish]);
    expect(open()).toEqual({ action: 'deny' });
    listener.opensWindows = true;
    const answer = open();
    expect(answer).toMatchObject({
      action: 'allow',
      overrideBrowserWindowOptions: { webPreferences: { sandbox: true } },
    });
    expect(Object.isFrozen(Reflect.get(answer.overrideBrowserWindowOptions, 'webPreferences'))).toBe(true);
    expect(JSON.stringify(answer)).not.toContain('evil');
  });

  test('in a window of its own goes to a sign-in first of all, and from there anywhere', () => {
    const owner = pages.ownerOf(contents.asElectron());
    if (owner === null) throw new Error('The page has no tab');
    const popup = () => {
      const made = new RecordedContents(session);
      app.emit('web-contents-created', {}, made);
      pages.addPage(made.asElectron(), owner);
      return made;
    };
    const astray = popup();
    expect(astray.isPrevented('will-navigate', 'https://attacker.example/')).toBe(true);
    expect(astray.isClosed).toBe(true);
    expect(listener.wishes.map(({ address }) => address)).toEqual(['https://attacker.example/']);

    const signIn = popup();
    expect(signIn.isPrevented('will-navigate', 'https://login.microsoftonline.com/common/')).toBe(false);
    owner.signingIn.add(signIn.asElectron());
    expect(signIn.isPrevented('will-navigate', 'https://sts.contoso.example/')).toBe(false);
    expect(signIn.isPrevented('will-navigate', 'file:///etc/passwd')).toBe(true);
    expect(signIn.isClosed).toBe(false);
  });

  test('of a session but of no tab opens nothing and is asked for nothing', () => {
    const stray = new RecordedContents(session);
    app.emit('web-contents-created', {}, stray);
    const wish = { url: 'about:blank', frameName: '', features: 'popup', disposition: 'new-window' };
    expect(Reflect.apply(stray.openHandler ?? (() => null), null, [wish])).toEqual({ action: 'deny' });
    const answers: boolean[] = [];
    const details = { requestingUrl: 'https://outlook.office.com/', isMainFrame: true };
    Reflect.apply(session.request ?? (() => {}), null, [
      stray,
      'geolocation',
      (given: boolean) => answers.push(given),
      details,
    ]);
    expect(answers).toEqual([false]);
  });

  test('that asks for a login or a certificate gets none, and the person is told', () => {
    const event = { preventDefault: nothing };
    const url = 'https://intranet.example/';
    app.emit('login', event, contents, { url }, { scheme: 'ntlm' }, nothing);
    app.emit('login', event, contents, { url }, { scheme: 'basic' }, nothing);
    app.emit('select-client-certificate', event, contents, url, [], nothing);
    expect(listener.calls).toEqual([
      ['signInRefused', url, 'domain-login'],
      ['signInRefused', url, 'password'],
      ['signInRefused', url, 'certificate'],
    ]);
  });
});

test('wiping a session that is in use takes everything out of it, and its connections last', async () => {
  const order: string[] = [];
  const note = (name: string) => async () => void order.push(name);
  await wipeSession({
    clearData: note('data'),
    clearAuthCache: note('logins'),
    cookies: { flushStore: note('cookies on disk') },
    closeAllConnections: note('connections'),
  });
  expect(order).toEqual(['data', 'logins', 'cookies on disk', 'connections']);
});
