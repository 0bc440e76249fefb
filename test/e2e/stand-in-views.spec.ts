import { expect, test, type Page } from '@playwright/test';
import { serveSite, startSample, stopSample, type Sample, type SampleSite } from './stand-in-sample.ts';

test.describe.configure({ mode: 'serial' });

let sample: Sample;
let site: SampleSite;
let view: Page;

test.beforeAll(async () => {
  site = await serveSite();
  sample = await startSample();
  await sample.page.waitForSelector('h1');
  view = await sample.openView('first', 'persist:views', `${site.origin}/first`);
});
test.afterAll(async () => {
  await stopSample(sample);
  site.close();
});

/** What main says of the first window's first view. */
const setView = (state: { visible?: boolean; width?: number; inside?: boolean }): Promise<void> =>
  sample.app.evaluate(({ BrowserWindow }, { visible, width, inside }) => {
    const { first }: { first: Electron.WebContentsView } = Reflect.get(globalThis, 'views');
    const { contentView } = BrowserWindow.getAllWindows()[0] ?? {};
    if (visible !== undefined) first.setVisible(visible);
    if (width !== undefined) first.setBounds({ ...first.getBounds(), width });
    if (inside !== undefined) contentView?.[inside ? 'addChildView' : 'removeChildView'](first);
  }, state);
const isOnScreen = (): Promise<boolean> =>
  sample.app.evaluate(() => {
    const { first } = Reflect.get(globalThis, 'views');
    return Reflect.apply(Reflect.get(first, 'isOnScreen'), first, []);
  });
const log = (): Promise<string[]> => sample.app.evaluate(() => Reflect.get(globalThis, 'sampleLog'));

test.describe('a view', () => {
  test('covers its bounds', async () => {
    await setView({ width: 320 });
    await expect.poll(() => view.evaluate(() => `${innerWidth}x${innerHeight}`)).toBe('320x200');
  });

  test('is off the screen while it is hidden or not added', async () => {
    await expect.poll(isOnScreen).toBe(true);
    await setView({ visible: false });
    await expect.poll(isOnScreen).toBe(false);
    await setView({ visible: true });
    await expect.poll(isOnScreen).toBe(true);
    await setView({ inside: false });
    await expect.poll(isOnScreen).toBe(false);
    await setView({ inside: true });
    await expect.poll(isOnScreen).toBe(true);
  });

  test('is there again within 50 ms', async () => {
    const times = await sample.app.evaluate(async () => {
      const { first }: { first: Electron.WebContentsView } = Reflect.get(globalThis, 'views');
      const becomes = async (shown: boolean): Promise<number> => {
        first.setVisible(shown);
        const began = performance.now();
        while ((await Reflect.apply(Reflect.get(first, 'isOnScreen'), first, [])) !== shown);
        return performance.now() - began;
      };
      const taken: number[] = [];
      for (let round = 0; round < 5; round++) {
        await becomes(false);
        taken.push(await becomes(true));
      }
      return taken;
    });
    expect(Math.min(...times)).toBeLessThan(50);
  });

  test('goes and comes with its window', async () => {
    await sample.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
    await expect.poll(isOnScreen).toBe(false);
    await sample.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.show());
    await expect.poll(isOnScreen).toBe(true);
  });

  test('has nothing of ours in its page', async () => {
    const found = await view.evaluate(() => [
      ...Object.keys(window).filter((name) => /stand|sample/i.test(name)),
      String(window.close),
    ]);
    expect(found).toEqual(['function close() { [native code] }']);
  });

  test('hands the keys of the application menu over', async () => {
    await view.keyboard.press('Control+1');
    await expect.poll(log).toContain('menu first');
  });

  test('belongs to its window', async () => {
    const owner = await sample.app.evaluate(({ BrowserWindow, webContents }) =>
      webContents.getAllWebContents().map((contents) => BrowserWindow.fromWebContents(contents)?.id),
    );
    expect(owner).toEqual([1, 1]);
  });

  test('leaves nothing behind when it is closed', async () => {
    const other = await sample.openView('closing', 'persist:views', `${site.origin}/closing`);
    const gone = other.waitForEvent('close');
    await sample.inView('closing', (contents) => contents.close());
    await gone;
    const left = await sample.app.evaluate(({ webContents }) => {
      const { closing }: { closing: Electron.WebContentsView } = Reflect.get(globalThis, 'views');
      return [webContents.getAllWebContents().length, typeof closing.webContents];
    });
    expect(left).toEqual([2, 'undefined']);
  });
});

test.describe('the history', () => {
  test('is restored with titles and scroll, and asks the network only for the page', async () => {
    for (const path of ['/a', '/b', '/c'])
      await sample.app.evaluate((_, url) => {
        const { first }: { first: Electron.WebContentsView } = Reflect.get(globalThis, 'views');
        return first.webContents.loadURL(url);
      }, site.origin + path);
    await view.waitForURL(`${site.origin}/c`);
    await view.evaluate(() => scrollTo(0, 700));
    const state = (): Promise<string> =>
      sample.inView('first', ({ navigationHistory }) =>
        atob(navigationHistory.getAllEntries().at(-1)?.pageState ?? ''),
      );
    await expect.poll(state).toContain('700');
    site.requests.length = 0;
    const restored = await sample.app.evaluate(async ({ WebContentsView }) => {
      const views: Record<string, Electron.WebContentsView> = Reflect.get(globalThis, 'views');
      const entries = views['first']?.webContents.navigationHistory.getAllEntries() ?? [];
      const { webContents } = new WebContentsView({ webPreferences: { partition: 'persist:views' } });
      await webContents.navigationHistory.restore({ entries, index: entries.length - 1 });
      const { navigationHistory } = webContents;
      const scroll: unknown = await webContents.executeJavaScript('scrollY');
      const result = [
        navigationHistory.getAllEntries().map(({ title }) => title),
        navigationHistory.canGoForward(),
        scroll,
      ];
      webContents.close();
      return result;
    });
    expect(restored).toEqual([['/first', '/a', '/b', '/c'], false, 700]);
    expect(site.requests.map(({ url }) => url)).toEqual(['/c']);
  });

  test('a load that fails says why', async () => {
    const failed = await sample.inView('first', async (contents) => {
      const told: unknown[] = [];
      contents.once('did-fail-load', (_event, code, name, url, isMainFrame) => told.push(code, name, url, isMainFrame));
      const message = await contents.loadURL('http://127.0.0.1:1/').catch((thrown: Error) => thrown.message);
      return [...told, message];
    });
    expect(failed).toEqual([
      -312,
      'ERR_UNSAFE_PORT',
      'http://127.0.0.1:1/',
      true,
      "ERR_UNSAFE_PORT (-312) loading 'http://127.0.0.1:1/'",
    ]);
    // Chromium's own page about it is there only now; what goes on meanwhile would be interrupted by it.
    await expect.poll(() => sample.inView('first', (contents) => contents.isLoading())).toBe(false);
    await expect.poll(() => view.url()).toBe('chrome-error://chromewebdata/');
  });
});

test.describe('a window that a page opens', () => {
  test('is opened when the app allows it, and reaches its opener', async () => {
    await view.goto(`${site.origin}/opener`);
    await sample.inView('first', (contents) => contents.setWindowOpenHandler(() => ({ action: 'allow' })));
    const opened = sample.app.waitForEvent('window', { predicate: (page) => page.url() !== ':' });
    await view.evaluate(
      `addEventListener('message', ({ data }) => (document.title = data)); window.popup = open('/popup'); 0`,
    );
    const popup = await opened;
    await popup.waitForURL('**/popup');
    await popup.evaluate(() => window.opener.postMessage('hello', '*'));
    await expect(view).toHaveTitle('hello');
    const closed = popup.waitForEvent('close');
    await view.evaluate('window.popup.close()');
    await closed;
  });

  test('is none when the app denies it', async () => {
    await sample.inView('first', (contents) => contents.setWindowOpenHandler(() => ({ action: 'deny' })));
    const before = sample.app.windows().length;
    expect(await view.evaluate(`open('/denied') === null || 'closed'`)).toBeTruthy();
    expect(site.requests.map(({ url }) => url)).not.toContain('/denied');
    await expect.poll(() => sample.app.windows().length).toBe(before);
  });
});
