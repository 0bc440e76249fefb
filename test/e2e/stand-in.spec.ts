import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Message, sessionBus, Variant } from '@jellybrick/dbus-next';
import { expect, test, type Page } from '@playwright/test';
import * as z from 'zod';
import { appCommand, launchApp, type LaunchedApp } from '../support/launch.ts';

/** What the sample's preload exposes. */
interface SampleApi {
  invoke(channel: string, value?: unknown): Promise<unknown>;
  say(value: unknown): void;
  onSaid(listener: (value: unknown) => void): () => void;
  add(a: number, b: number): number;
  fail(): never;
  nested: { list: [number, { twice(x: number): number }] };
  required: string[];
}
declare const sample: SampleApi;

const appDir = join(import.meta.dirname, '../support/electron/sample');
test.describe.configure({ mode: 'serial' });

let dataDir: string;
let launched: LaunchedApp;
let page: Page;

/** What the sample's main process wrote down. */
const log = (): Promise<string[]> => launched.app.evaluate(() => Reflect.get(globalThis, 'sampleLog'));

const isVisible = async (): Promise<boolean> =>
  (await launched.app.browserWindow(page)).evaluate((window: Electron.BrowserWindow) => window.isVisible());

const isDark = (): Promise<boolean> => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);

test.beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'stand-in-'));
  launched = await launchApp({ dataDir, appDir });
  page = launched.page;
  await page.waitForLoadState();
  await page.waitForSelector('h1');
});

test.afterAll(async () => {
  await launched.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test.describe('the page gets what the preload exposes, and nothing else', () => {
  const evaluations: [what: string, code: string, result: unknown][] = [
    ['the preload runs before the page', 'document.documentElement.dataset.early', 'object'],
    [
      'worlds are apart',
      '[typeof require, typeof process, typeof secretOfPreload].join()',
      'undefined,undefined,undefined',
    ],
    ['no trace of the stand-in', 'Object.keys(window).filter((name) => /stand/i.test(name)).join()', ''],
    [
      'the bridge is frozen',
      "(() => { 'use strict'; try { sample.add = 1; } catch (error) { return error.name; } })()",
      'TypeError',
    ],
    ['calls are synchronous', 'sample.add(2, sample.nested.list[1].twice(20))', 42],
    [
      'errors cross',
      '(() => { try { sample.fail(); } catch (error) { return String(error); } })()',
      'RangeError: synchronously',
    ],
    [
      'a sandboxed preload requires little',
      'sample.required.join()',
      'module not found: fs,object,object,module not found: zod',
    ],
    ['frames have no bridge', 'typeof frames[0].sample', 'undefined'],
    ['styles and module scripts load', "getComputedStyle(document.querySelector('h1')).color", 'rgb(34, 68, 170)'],
    ['requests are cancelled', "fetch('https://example.com/').catch((error) => error.name)", 'TypeError'],
    [
      'a permission is denied',
      "navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state)",
      'denied',
    ],
    ['notifications are denied', 'Notification.permission', 'denied'],
  ];
  for (const [what, code, result] of evaluations)
    test(what, async () => expect(await page.evaluate<unknown>(code)).toEqual(result));

  test('scripts of the page never see the bridge at work', async () => {
    const seen = await page.evaluate(() => {
      const events: string[] = [];
      const { dispatchEvent } = EventTarget.prototype;
      const { detail } = Object.getOwnPropertyDescriptors(CustomEvent.prototype);
      const note = (event: Event | undefined): void => void (event && events.push(event.type));
      EventTarget.prototype.dispatchEvent = function (event) {
        note(event);
        return dispatchEvent.call(this, event);
      };
      Object.defineProperty(CustomEvent.prototype, 'detail', {
        get(this: CustomEvent) {
          note(this);
          return detail.get?.call(this);
        },
        configurable: true,
      });
      const stop = sample.onSaid(() => note(Reflect.get(window, 'event')));
      sample.say(1);
      sample.add(1, 2);
      const heard = new Promise<string[]>((resolve) => {
        const stopToo = sample.onSaid(() => {
          note(Reflect.get(window, 'event'));
          EventTarget.prototype.dispatchEvent = dispatchEvent;
          Object.defineProperty(CustomEvent.prototype, 'detail', detail);
          stop();
          stopToo();
          resolve(events);
        });
      });
      return heard;
    });
    expect(seen).toEqual([]);
  });

  test('the Content-Security-Policy holds, and does not hinder the preload', async () => {
    const violated = await page.evaluate(async () => {
      const directives: string[] = [];
      addEventListener('securitypolicyviolation', ({ effectiveDirective }) => directives.push(effectiveDirective));
      const script = document.createElement('script');
      script.textContent = 'window.injected = 1';
      const image = new Image();
      image.src = 'https://example.com/a.png';
      document.body.append(script, image);
      await new Promise((resolve) => image.addEventListener('error', resolve));
      return [...directives.toSorted(), Reflect.get(window, 'injected')];
    });
    expect(violated).toEqual(['img-src', 'script-src-elem', undefined]);
  });
});

test.describe('messages keep their rules', () => {
  test('values cross as structured clones', async () => {
    const kinds = await page.evaluate(async () => {
      const object = { map: new Map([[1, new Set(['a'])]]) };
      const sent = [new Date(5), object, undefined, NaN, -0, 10n, new Uint8Array([1, 2]), new TypeError('t'), /x/g];
      const got = await sample.invoke('echo', sent);
      if (!Array.isArray(got)) return got;
      const [date, { map }, ...rest] = got;
      return [
        date.getTime(),
        map.get(1).has('a'),
        ...rest.map((value) => (Object.is(value, -0) ? 'minus zero' : String(value))),
      ];
    });
    expect(kinds).toEqual([5, true, 'undefined', 'NaN', 'minus zero', '10', '1,2', 'TypeError: t', '/x/g']);
  });

  const refusals: [what: string, channel: string, code: string, message: RegExp][] = [
    ['a function is refused', 'echo', '() => 1', /could not be cloned/],
    ['a handler throws', 'fail', 'null', /^Error invoking remote method 'fail': TypeError: broken$/],
    ['no handler', 'none', 'null', /^Error invoking remote method 'none': Error: No handler registered for 'none'$/],
  ];
  for (const [what, channel, value, message] of refusals)
    test(what, async () =>
      expect(await page.evaluate(`sample.invoke('${channel}', ${value}).catch((error) => error.message)`)).toMatch(
        message,
      ),
    );

  test('main knows who sent a message', async () =>
    expect(await page.evaluate(() => sample.invoke('sender'))).toEqual({
      url: 'app://sample/index.html',
      origin: 'app://sample',
      isMainFrame: true,
      isOurs: true,
    }));
});

test.describe('the app guards navigation', () => {
  const goings: [what: string, code: string, logged: string][] = [
    ['a link away', "document.querySelector('#away').click()", 'will-frame-navigate https://evil.example/'],
    ['a script', "location.href = 'app://other/'", 'will-frame-navigate app://other/'],
    [
      'a frame',
      "document.querySelector('iframe').src = 'https://other.example/frame'",
      'will-frame-navigate https://other.example/frame',
    ],
    ['a new tab', "document.querySelector('#blank').click()", 'open https://example.com/docs'],
    [
      'window.open',
      "void window.open('https://example.com/open', 'name', 'width=200')",
      'open https://example.com/open',
    ],
  ];
  for (const [what, code, logged] of goings)
    test(`${what} is refused`, async () => {
      await page.evaluate(code);
      await expect.poll(log).toContain(logged);
      expect(page.url()).toMatch(/index\.html$/);
      expect(launched.app.windows()).toHaveLength(1);
    });

  test('a download is announced, and cancelled', async () => {
    await page.evaluate(() => location.assign('/file.txt'));
    await expect.poll(log).toContain('download file.txt');
  });

  test('what left for the system browser is kept for tests', async () => {
    expect(await launched.openedAddresses()).toEqual(['https://example.com/docs', 'https://example.com/open']);
  });

  test('a link inside is followed, and the preload is there again', async () => {
    await page.click('#inside');
    await expect(page.getByRole('heading', { name: 'Second' })).toBeVisible();
    expect(await page.evaluate(() => sample.invoke('echo', 1))).toBe(1);
  });
});

test.describe('windows, menus and tray', () => {
  test('a close that the app refuses hides the window and leaves the page alone', async () => {
    await expect.poll(isVisible).toBe(true);
    await page.evaluate(() => window.close());
    await expect.poll(isVisible).toBe(false);
    expect(await page.evaluate(() => sample.invoke('echo', 'alive'))).toBe('alive');
  });

  test('an item of the tray shows it again; radio items are one group', async () => {
    await launched.clickTrayItem('Two');
    await launched.clickTrayItem('Open');
    expect((await launched.trayItems()).map(({ label, checked }) => [label, checked])).toEqual([
      ['One', false],
      ['Two', true],
      ['Open', false],
    ]);
    expect(await log()).toContain('tray two true');
    await expect.poll(isVisible).toBe(true);
  });

  test('a desktop with a host for tray icons shows and clicks it', async () => {
    test.skip(process.env['DBUS_SESSION_BUS_ADDRESS'] === undefined, 'there is no session bus');
    const pid = await launched.app.evaluate(() => process.pid);
    const item = await trayOnBus(pid);
    expect(item.labels).toEqual(['One', 'Two', 'Open']);
    await item.click('One');
    await expect.poll(async () => (await launched.trayItems())[0]?.checked).toBe(true);
  });

  test('accelerators of the application menu work by keyboard', async () => {
    await page.keyboard.press('Control+1');
    await expect.poll(log).toContain('menu first');
  });

  test('the theme reaches the page', async () => {
    for (const theme of ['dark', 'light'] as const) {
      await launched.app.evaluate(({ nativeTheme }, source) => (nativeTheme.themeSource = source), theme);
      await expect.poll(isDark).toBe(theme === 'dark');
    }
  });
});

test.describe('main', () => {
  const refused: [what: string, call: (electron: typeof Electron.CrossProcessExports) => unknown, message: string][] = [
    [
      'a part that is not there',
      (electron) => electron.utilityProcess,
      'electron.utilityProcess is not in the stand-in',
    ],
    ['a member that is not there', ({ app }) => app.showEmojiPanel, 'App.showEmojiPanel is not in the stand-in'],
    [
      'schemes after ready',
      ({ protocol }) => protocol.registerSchemesAsPrivileged([]),
      'can only be called before app is ready',
    ],
    [
      'a window without a sandbox',
      ({ BrowserWindow }) => new BrowserWindow({ webPreferences: { sandbox: false } }).id,
      'webPreferences.sandbox: false',
    ],
    [
      'a second handler',
      ({ ipcMain }) => [1, 2].forEach((n) => ipcMain.handle('twice', () => n)),
      "second handler for 'twice'",
    ],
  ];
  for (const [what, call, message] of refused)
    test(`${what} is refused`, () => expect(launched.app.evaluate(call)).rejects.toThrow(message));

  test('a secret is kept by safeStorage', async () =>
    expect(
      await launched.app.evaluate(async ({ safeStorage }) => {
        const encrypted = await safeStorage.encryptStringAsync('a secret');
        return [(await safeStorage.decryptStringAsync(encrypted)).result, encrypted.includes('a secret')];
      }),
    ).toEqual(['a secret', false]));

  test('a second start hands its arguments over and ends', async () => {
    const { executable, args, env } = appCommand({ dataDir, appDir, args: ['--hello'] });
    const { stdout } = await promisify(execFile)(executable, args, { env });
    expect(stdout).toBe('second start\n');
    await expect.poll(log).toContain('second --hello {"from":"a second start"}');
  });
});

test('of many starts at once one owns the folder, and nothing survives a kill', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stand-in-'));
  const { executable, args, env } = appCommand({ dataDir: folder, appDir });
  const starts = Array.from({ length: 8 }, () => spawn(executable, args, { env, stdio: 'ignore' }));
  const running = () => starts.filter((start) => start.exitCode === null && start.signalCode === null);
  await expect.poll(() => running().length).toBe(1);
  await expect.poll(() => chromiumsOn(folder)).not.toBe(0);
  const [owner] = running();
  owner?.kill('SIGKILL');
  if (owner) await once(owner, 'exit');
  await expect.poll(() => chromiumsOn(folder)).toBe(0);
  rmSync(folder, { recursive: true, force: true });
});

/** The tray icon of a process as a desktop's panel sees it. */
async function trayOnBus(pid: number): Promise<{ labels: string[]; click(label: string): Promise<void> }> {
  const bus = sessionBus();
  const menu = async (member: string, signature: string, body: unknown[]): Promise<unknown[]> => {
    const destination = `org.kde.StatusNotifierItem-${pid}-1`;
    const path = '/MenuBar';
    const call = new Message({ destination, path, interface: 'com.canonical.dbusmenu', member, signature, body });
    return (await bus.call(call))?.body ?? [];
  };
  const item = z.object({
    value: z.tuple([z.number(), z.object({ label: z.object({ value: z.string() }) }), z.unknown()]),
  });
  const layout = z.tuple([z.number(), z.tuple([z.number(), z.unknown(), z.array(item)])]);
  const [, [, , items]] = layout.parse(await menu('GetLayout', 'iias', [0, -1, []]));
  const labels = items.map(({ value: [, { label }] }) => label.value);
  return {
    labels,
    async click(label) {
      await menu('Event', 'isvu', [labels.indexOf(label) + 1, 'clicked', new Variant('i', 0), 0]);
      bus.disconnect();
    },
  };
}

/** How many processes were started with this folder in their arguments, leaving out the app's own. */
function chromiumsOn(folder: string): number {
  return readdirSync('/proc').filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`--user-data-dir=${folder}`);
    } catch {
      return false;
    }
  }).length;
}
