import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { LaunchedApp } from '../support/launch.ts';
import { profileMenu } from './screens/profile-menu.ts';
import { tabs } from './screens/tabs.ts';
import { expect, invoke, openSignedIn, servicePages, test } from './services.ts';

const ME = 'maria@contoso.com';
test.use({ accounts: [ME] });

/** Addresses that no page of an account may go to. */
const FORBIDDEN = [
  'app://switchboard/',
  'app://switchboard/index.html#/settings',
  'file:///etc/passwd',
  'chrome://settings',
  'chrome://version',
  'devtools://devtools/bundled/inspector.html',
  'view-source:https://other.example/',
  'data:text/html,<title>forged</title>',
  'msteams:/l/meetup',
  'ms-word:ofe|u|https://attacker.example/x.docx',
  'switchboard://open?url=https://attacker.example/',
  'mailto:maria@contoso.com',
  'ftp://attacker.example/',
  'http://attacker.example:8080/',
  'javascript:void(document.title = "ran")',
];
/** Ways that leave the page where it is when it may not go. */
const WAYS = ['link', 'form', 'location', 'assign', 'replace', 'open', 'iframe', 'iframe-redirect'];
const ATTACKER = 'https://attacker.example/';

/** Goes to the attacker's page, and waits until its buttons work. */
async function visit(page: Page): Promise<void> {
  // What was refused last may still give way to an error page.
  await expect(() => page.goto(ATTACKER)).toPass();
  await expect(page.locator('html[data-ready]')).toBeAttached();
}

/** Does what the page has a button for, with these fields; the page is then still there, or was loaded anew. */
async function act(page: Page, action: string, fields: Record<string, string> = {}): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.locator(`#given [name=${name}]`).fill(value);
  await page.locator(`#${action}`).click();
}

/** Tries every way to an address; between two of them the server is asked something, so that each gets its turn. */
async function tryToLeave(page: Page, to: string): Promise<void> {
  await page.evaluate(
    async ([to, ways]) => {
      for (const by of ways) {
        for (const [name, value] of Object.entries({ to, by }))
          Object.assign(document.querySelector(`#given [name=${name}]`) ?? {}, { value });
        document.getElementById('leave')?.click();
        await fetch('/whoami-worker');
      }
      for (const frame of document.querySelectorAll('iframe')) frame.remove();
    },
    [to, WAYS] as const,
  );
}

/** What has to be true whatever a page did. */
async function expectUnharmed(running: LaunchedApp, dataDir: string, opened: readonly string[] = []): Promise<void> {
  const { app, page } = running;
  expect(page.url()).toMatch(/^(app:\/\/switchboard|https:\/\/switchboard\.app\.standin)\//);
  await expect(profileMenu(page).button).toBeVisible();
  await invoke(page, 'tabs.read', {});
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(await running.openedAddresses()).toEqual(opened);
  const logs = join(dataDir, 'logs');
  const logged = readdirSync(logs)
    .map((name) => readFileSync(join(logs, name), 'utf8'))
    .join('\n');
  for (const trace of ['example', 'contoso', '://', 'forged', 'Inbox']) expect(logged).not.toContain(trace);
}

/** Every page beside our own is at an https address of the site, or has an error of Chromium's. */
function expectWithin(running: LaunchedApp): void {
  const places = running.app.windows().filter((page) => page !== running.page);
  expect(places.map((page) => page.url()).filter((url) => !/^(https:\/\/|chrome-error:)/.test(url))).toEqual([]);
}

test('a page leads nowhere but to https, by whatever way and to whatever address', async ({ startOnSite, dataDir }) => {
  test.setTimeout(120_000);
  const running = await startOnSite();
  const page = await openSignedIn(running, ME);
  await visit(page);
  for (const to of FORBIDDEN) {
    // Where the document itself gave way, it was to an error page of Chromium's.
    await tryToLeave(page, to).catch(() => {});
    expectWithin(running);
    expect(await page.content().catch(() => ''), to).not.toMatch(/root:x:|<title>forged|Profile menu/);
    if (page.url() !== ATTACKER) await visit(page);
  }

  // By the server, and from a document of the page's own; what is asked for is not there, so a page of ours says so.
  for (const way of ['redirect', 'refresh'])
    for (const to of ['app://switchboard/', 'file:///etc/passwd', 'chrome://settings', 'data:text/html,forged']) {
      await page.goto(`${ATTACKER}${way}?to=${encodeURIComponent(to)}`).catch(() => {});
      expect(await page.content().catch(() => ''), `${way} ${to}`).not.toMatch(/root:x:|<title>forged|Profile menu/);
    }
  await visit(page);
  await act(page, 'leave-to-blob').catch(() => {});
  // Once the server was asked something, it had its turn.
  await page.evaluate(() => fetch('/whoami-worker')).catch(() => {});
  expectWithin(running);
  await expect(page).not.toHaveTitle('Made here');
  await visit(page);
  // By script: what was refused before may have taken the mouse from the page.
  await page.locator('#globals').evaluate((button: HTMLElement) => button.click());
  await expect(page.locator('#globals-result')).toHaveText('{"suspects":[],"added":[]}');
  await expectUnharmed(running, dataDir);
});

test('storms of windows, named targets and openers reach nobody', async ({ startOnSite, dataDir }) => {
  test.setTimeout(120_000);
  const running = await startOnSite();
  const page = await openSignedIn(running, ME);
  await visit(page);
  await act(page, 'storm', { to: 'https://other.example/', count: '25' });
  await expect(page.locator('#storm-result')).toHaveText(/opened$/, { timeout: 30_000 });
  await act(page, 'link-storm', { to: 'https://other.example/', count: '100' });
  await expect(page.locator('#link-storm-result')).toHaveText('done');
  // Three at once; a slow machine may take the two seconds until the next one.
  await expect.poll(async () => (await running.openedAddresses()).length).toBeGreaterThanOrEqual(3);
  const opened = await running.openedAddresses();
  expect(opened.length).toBeLessThan(20);
  expect(new Set(opened)).toEqual(new Set(['https://other.example/']));
  await expect.poll(() => servicePages(running).length).toBe(1);

  await act(page, 'move-opener', { to: 'https://other.example/' });
  await expect(page.locator('#move-opener-result')).toHaveText('none');
  expect(await page.locator('#opener').textContent()).toBe('none');

  for (const target of ['_top', '_parent', '_self', 'switchboard', 'main']) {
    await act(page, 'leave', { to: 'app://switchboard/', by: 'link', target });
    expect(page.url().startsWith('https://')).toBe(true);
  }
  await expectUnharmed(running, dataDir, await running.openedAddresses());
});

test('titles, traps, dialogs and endless redirects hold nobody up', async ({ startOnSite, dataDir }) => {
  test.setTimeout(120_000);
  const running = await startOnSite();
  const { page: ours } = running;
  const strip = tabs(ours);
  const page = await openSignedIn(running, ME);

  await test.step('titles', async () => {
    await visit(page);
    await act(page, 'long-title');
    await expect(page.locator('#long-title-result')).toHaveText('done');
    await expect(strip.shown).toHaveAccessibleName(/^Outlook, (long ){10}/);
    expect((await strip.shown.getAttribute('aria-label'))?.length).toBeLessThan(300);
    await act(page, 'fast-titles', { seconds: '1' });
    await strip.dashboard.click();
    await expect(ours.getByRole('heading', { name: 'Dashboard', level: 1 })).toBeVisible();
    await strip.tab('Outlook').click();
    await expect(page.locator('#fast-titles-result')).toHaveText('1000 titles', { timeout: 20_000 });
    await expect(strip.shown).toHaveAccessibleName('Outlook, Inbox, 1000 unread');
  });

  await test.step('redirects', async () => {
    await page.goto(`${ATTACKER}chain?left=14&to=${encodeURIComponent('https://other.example/')}`);
    await expect(strip.address).toHaveAttribute('title', 'https://other.example/');
    await page.getByRole('link', { name: 'A loop' }).click();
    await expect(strip.problem).toHaveText('This page could not be loaded');
    await expect(strip.controls).toBeVisible();
    await strip.problemButton('Go back').click();
    await expect(strip.problem).toBeHidden();
  });

  await test.step('traps', async () => {
    await visit(page);
    await act(page, 'history-trap');
    await expect(page.locator('#history-trap-result')).toHaveText('done');
    await act(page, 'unload-trap');
    await act(page, 'dialogs', { count: '3' });
    await expect(page.locator('#dialogs-result')).toHaveText('done');
    await strip.reload.click();
    await expect(page.locator('#unload-trap-result')).toHaveText('');
    await page.locator('#guarded').pressSequentially('kept');
    await strip.pick('Close tab');
    await expect(strip.unsaved).toBeVisible();
    await strip.unsaved.getByRole('button', { name: /^Close/ }).click();
    await expect.poll(() => servicePages(running).length).toBe(0);
  });
  await expectUnharmed(running, dataDir, await running.openedAddresses());
});
