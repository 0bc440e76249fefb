import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { serveSite, startSample, stopSample, type Sample, type SampleSite } from './stand-in-sample.ts';

test.describe.configure({ mode: 'serial' });

let sample: Sample;
let site: SampleSite;
let view: Page;

test.beforeAll(async () => {
  site = await serveSite((request, response) => {
    if (request.url === '/file')
      response.writeHead(200, { 'content-disposition': 'attachment; filename="note.txt"' }).end('downloaded');
    if (request.url === '/secret' && request.headers.authorization === undefined)
      response.writeHead(401, { 'www-authenticate': 'Basic realm="sample"' }).end();
  });
  sample = await startSample();
  await sample.app.evaluate(({ session }) => {
    const ours = session.fromPartition('persist:One');
    ours.setPermissionCheckHandler(() => false);
    ours.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) => {
      Reflect.get(globalThis, 'sampleLog').push(`${permission} ${new URL(requestingUrl).pathname}`);
      answer(permission === 'notifications');
    });
  });
  view = await sample.openView('one', 'persist:One', `${site.origin}/one`);
});
test.afterAll(async () => {
  await stopSample(sample);
  site.close();
});

const log = (): Promise<string[]> => sample.app.evaluate(() => Reflect.get(globalThis, 'sampleLog'));

test('permissions are asked for when a page asks', async () => {
  expect(await view.evaluate(() => Notification.permission)).toBe('denied');
  expect(await view.evaluate(() => Notification.requestPermission())).toBe('granted');
  expect(await view.evaluate(() => document.body.requestFullscreen().catch(({ name }: Error) => name))).toBe(
    'TypeError',
  );
  expect(await log()).toEqual(expect.arrayContaining(['notifications /one', 'fullscreen /one']));
});

test('servers and pages hear the same user agent', async () => {
  const [request] = site.requests;
  expect(request?.headers['user-agent']).toMatch(/ Sample\/1\.2\.3 Chrome\/\d+\S* Electron\/45\S* Safari/);
  expect(await view.evaluate(() => navigator.userAgent)).toBe(request?.headers['user-agent']);
});

test('a download goes where the app says', async () => {
  const path = join(sample.dataDir, 'kept.txt');
  const done = sample.app.evaluate(
    ({ session }, to) =>
      new Promise((resolve) => {
        session.fromPartition('persist:One').once('will-download', (_event, item) => {
          item.setSavePath(to);
          item.once('done', (_done, state) => resolve([item.getFilename(), state]));
        });
      }),
    path,
  );
  await view.evaluate(() => location.assign('/file'));
  expect(await done).toEqual(['note.txt', 'completed']);
  expect(readFileSync(path, 'utf8')).toBe('downloaded');
});

test('a download that the app gives no place is cancelled by the dialog', async () => {
  const done = sample.inView(
    'one',
    ({ session }) =>
      new Promise((resolve) => {
        session.once('will-download', (_event, item) => item.once('done', (_done, state) => resolve(state)));
      }),
  );
  await view.evaluate(() => location.assign('/file'));
  expect(await done).toBe('cancelled');
});

test('text is found', async () => {
  const found = await sample.inView(
    'one',
    (contents) =>
      new Promise((resolve) => {
        contents.once('found-in-page', (_event, { activeMatchOrdinal, matches }) =>
          resolve([activeMatchOrdinal, matches]),
        );
        contents.findInPage('ONE', { findNext: true });
      }),
  );
  expect(found).toEqual([1, 1]);
});

test('the app is asked for a password', async () => {
  await sample.app.evaluate(({ app }) =>
    app.once('login', (event, _contents, _details, { realm }, answer) => {
      event.preventDefault();
      answer('me', realm);
    }),
  );
  await view.goto(`${site.origin}/secret`);
  const authorization = site.requests.find(({ url, headers }) => url === '/secret' && headers.authorization)?.headers;
  expect(atob(authorization?.authorization?.replace('Basic ', '') ?? '')).toBe('me:sample');
});

test('a page that crashed is loaded again', async () => {
  await sample.openView('crash', 'persist:Two', `${site.origin}/crash`);
  const alive = await sample.inView('crash', async (contents) => {
    const gone = new Promise((resolve) =>
      contents.once('render-process-gone', (_event, { reason }) => resolve(reason)),
    );
    contents.forcefullyCrashRenderer();
    const reason = await gone;
    const loaded = new Promise((resolve) => contents.once('did-finish-load', () => resolve(0)));
    contents.reload();
    await loaded;
    return [reason, contents.isCrashed(), await contents.executeJavaScript('document.title')];
  });
  expect(alive).toEqual(['crashed', false, '/crash']);
});

test('partitions are apart, lie where Electron has them, and survive a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stand-in-'));
  const first = await startSample(folder);
  const page = await first.openView('a', 'persist:Apart', `${site.origin}/a`);
  await page.evaluate(() => {
    document.cookie = 'kept=1; max-age=1000';
    localStorage.setItem('kept', '1');
  });
  const other = await first.openView('b', 'persist:other', `${site.origin}/b`);
  expect(await other.evaluate(() => document.cookie + String(localStorage.getItem('kept')))).toBe('null');
  expect(await first.inView('a', ({ session }) => session.storagePath)).toBe(join(folder, 'Partitions', 'apart'));
  expect(existsSync(join(folder, 'Partitions', 'apart', 'Preferences'))).toBe(true);
  await first.close();

  const second = await startSample(folder);
  const again = await second.openView('a', 'persist:Apart', `${site.origin}/a`);
  expect(await again.evaluate(() => document.cookie + String(localStorage.getItem('kept')))).toBe('kept=11');
  await second.inView('a', ({ session }) => session.clearData());
  await again.reload();
  expect(await again.evaluate(() => document.cookie + String(localStorage.getItem('kept')))).toBe('null');
  await second.close();
  rmSync(folder, { recursive: true, force: true });
});
