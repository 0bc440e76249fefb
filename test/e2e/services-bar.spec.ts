import { existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Page } from '@playwright/test';
import type { LaunchedApp } from '../support/launch.ts';
import { profileMenu } from './screens/profile-menu.ts';
import { tabs } from './screens/tabs.ts';
import { expect, openService, openSignedIn, servicePage, servicePages, test } from './services.ts';

const ME = 'maria@contoso.com';
const OTHER = 'ada@contoso.com';
test.use({ accounts: [ME, OTHER] });

/** The address of the page that is on screen; null while none is. Playwright has every page believe that it is. */
function seen({ app }: LaunchedApp): Promise<string | null> {
  return app.evaluate(({ BrowserWindow, WebContentsView }) => {
    const views = BrowserWindow.getAllWindows().flatMap(({ contentView }) => contentView.children);
    const found = views.find((view) => view instanceof WebContentsView && view.getVisible());
    return found instanceof WebContentsView ? found.webContents.getURL() : null;
  });
}

/** Presses keys while the page of a service has the keyboard. */
async function pressIn(page: Page, keys: string): Promise<void> {
  await page.locator('body').press(keys);
}

/** The addresses of what was printed; the stand-in keeps them. */
function printed({ app }: LaunchedApp): Promise<string[]> {
  return app.evaluate(({ webContents }) => {
    const kept: { url: string }[] = Reflect.get(webContents.getAllWebContents()[0]?.constructor ?? {}, 'printed');
    return kept.map(({ url }) => url);
  });
}

async function openTeams(running: LaunchedApp): Promise<Page> {
  await openService(running.page, ME, 'teams');
  const page = await servicePage(running, /^https:\/\/teams\.microsoft\.com\//);
  await expect(page.locator('html[data-ready]')).toBeAttached();
  return page;
}

test('the bar leads back, forward and anew, says where it is, finds, zooms, prints and opens outside', async ({
  startOnSite,
}) => {
  const running = await startOnSite();
  const { page: ours } = running;
  const strip = tabs(ours);
  const page = await openSignedIn(running, ME);
  await expect(strip.address).toHaveAttribute('title', 'https://outlook.office.com/mail/');
  await expect(strip.address).toContainText('outlook.office.com');

  await test.step('where it was', async () => {
    await page.getByRole('link', { name: 'Page 2' }).click();
    await expect(strip.shown).toHaveAccessibleName(`Outlook, Page 2 - ${ME} - outlook.office.com, 3 unread`);
    await strip.back.click();
    await expect(page).toHaveURL(/\/mail\/$/);
    await strip.forward.click();
    await expect(page).toHaveURL(/\/page\/2$/);
    await page.evaluate(() => Object.assign(globalThis, { before: true }));
    await strip.reload.click();
    await expect.poll(() => page.evaluate(() => 'before' in globalThis).catch(() => true)).toBe(false);
    await expect(strip.reload).toBeVisible();
  });

  await test.step('found', async () => {
    await pressIn(page, 'Control+f');
    await expect(strip.find).toBeFocused();
    await strip.find.fill('of a long page');
    await expect(strip.found).toHaveText('1 of 50');
    await strip.find.press('Enter');
    await expect(strip.found).toHaveText('2 of 50');
    await strip.find.press('Shift+Enter');
    await expect(strip.found).toHaveText('1 of 50');
    await page.getByRole('link', { name: 'Page 3' }).click();
    await expect(strip.found, 'another page was not searched').toHaveText('');
    await strip.back.click();
    await expect(page).toHaveURL(/\/page\/2$/);
    await strip.find.press('Escape');
    await expect(strip.find).toBeHidden();
  });

  await test.step('larger', async () => {
    const wide = await page.evaluate(() => innerWidth);
    await strip.pick('Zoom in');
    await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThan(wide);
    await strip.pick('Original size');
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(wide);
  });

  await test.step('on paper', async () => {
    await strip.pick('Print');
    await expect.poll(() => printed(running)).toEqual(['https://outlook.office.com/page/2']);
  });

  await test.step('outside', async () => {
    await strip.openInBrowser.click();
    await expect.poll(() => running.openedAddresses()).toEqual(['https://outlook.office.com/page/2']);
  });
});

test('keys of the app work while a page has the keyboard, and an overlay takes its place', async ({ startOnSite }) => {
  const running = await startOnSite();
  const { page: ours } = running;
  const strip = tabs(ours);
  const outlook = await openSignedIn(running, ME);
  const teams = await openTeams(running);
  await expect(strip.shown).toHaveAccessibleName(/^Teams/);
  await expect.poll(() => seen(running)).toContain('teams');

  await pressIn(teams, 'Control+Tab');
  await expect(strip.shown).toHaveAccessibleName('Dashboard');
  await ours.keyboard.press('Control+Tab');
  await expect(strip.shown).toHaveAccessibleName(/^Outlook/);
  await expect.poll(() => seen(running)).toContain('outlook');

  await pressIn(outlook, 'Control+k');
  await expect(ours.getByRole('dialog', { name: 'Switch account' })).toBeVisible();
  await expect.poll(() => seen(running), 'a dialog lies above the page').toBeNull();
  await ours.keyboard.press('Escape');
  await expect.poll(() => seen(running)).toContain('outlook');

  await profileMenu(ours).button.click();
  await expect(profileMenu(ours).item('Your info')).toBeVisible();
  await expect.poll(() => seen(running), 'a menu lies above the page').toBeNull();
  await ours.keyboard.press('Escape');
  await expect.poll(() => seen(running)).toContain('outlook');

  await pressIn(outlook, 'Control+2');
  await expect(ours.getByRole('banner')).toContainText(OTHER);
  await expect.poll(() => seen(running)).toBeNull();
  await ours.keyboard.press('Control+1');
  await expect(strip.shown).toHaveAccessibleName(/^Outlook/);
  await expect.poll(() => seen(running)).toContain('outlook');

  await pressIn(outlook, 'F6');
  await expect.poll(() => ours.evaluate(() => document.hasFocus())).toBe(true);
  await strip.tab('Teams').press('Delete');
  await expect(strip.tab('Teams')).toHaveCount(0);
  await outlook.locator('#guarded').fill('not saved');
  await pressIn(outlook, 'Control+w');
  await expect(strip.unsaved).toBeVisible();
  await strip.unsaved.getByRole('button', { name: 'Close tab' }).click();
  await expect(strip.strip).toBeHidden();
  await expect.poll(() => servicePages(running).length).toBe(0);
});

test('a page that hangs or cannot be loaded says so, and is mended', async ({ startOnSite, site }) => {
  test.setTimeout(90_000);
  const running = await startOnSite();
  const { page: ours } = running;
  const strip = tabs(ours);
  const page = await openSignedIn(running, ME);

  await test.step('the first link of a page', async () => {
    const teams = await openTeams(running);
    await teams.getByRole('link', { name: 'Nobody there' }).click();
    await expect(strip.problem).toHaveText(/could not be loaded/);
    await strip.problemButton('Go back').click();
    await expect(strip.problem).toBeHidden();
    await expect(teams).toHaveURL(/^https:\/\/teams\.microsoft\.com\//);
    await strip.tab('Teams').click({ button: 'middle' });
    await expect(strip.tab('Teams')).toHaveCount(0);
    await expect(strip.shown).toHaveAccessibleName(/^Outlook/);
  });

  const failures: [link: string, heading: RegExp, text: RegExp][] = [
    ['Nobody there', /could not be loaded/, /refused\.example refused the connection/],
    ['A host that does not exist', /could not be loaded/, /nowhere\.example was not found/],
    ['A bad certificate', /not safe/, /badcert\.example could not prove who it is/],
    ['A name and a password', /only in a browser/, /asked for a user name and password/],
    ['A domain sign-in', /only in a browser/, /account of this computer/],
  ];
  for (const [link, heading, text] of failures)
    await test.step(link, async () => {
      await page.getByRole('link', { name: link, exact: true }).click();
      await expect(strip.problem).toHaveText(heading);
      await expect(ours.getByRole('tabpanel')).toContainText(text);
      await page.goto('https://outlook.office.com/mail/');
      await expect(strip.problem).toBeHidden();
      await expect(page.locator('html[data-ready]')).toBeAttached();
    });
  expect(site.requests.filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);

  await test.step('hung', async () => {
    await page.locator('[name=seconds]').fill('600');
    // A click of the mouse would be waited for until the page answers.
    await page
      .locator('#hang')
      .evaluate((button) => void setTimeout(() => button.dispatchEvent(new MouseEvent('click'))));
    await expect(strip.problem).toHaveText('This page does not answer', { timeout: 30_000 });
    await strip.problemButton('Reload').click();
    await expect(strip.problem).toBeHidden({ timeout: 20_000 });
  });
});

test('a page that crashed says so, and comes back when it is reloaded', async ({ startOnSite }) => {
  const running = await startOnSite();
  const strip = tabs(running.page);
  await openSignedIn(running, ME);
  await running.app.evaluate(({ webContents }) => {
    const found = webContents.getAllWebContents().find((one) => one.getURL().startsWith('https://outlook'));
    found?.forcefullyCrashRenderer();
  });
  await expect(strip.problem).toHaveText('This page has crashed');
  await expect.poll(() => seen(running)).toBeNull();
  await strip.problemButton('Reload').click();
  await expect(strip.problem).toBeHidden();
  await expect.poll(() => seen(running)).toContain('outlook');
});

test('a page whose sign-in wants the device offers the browser, once and for good', async ({
  startOnSite,
  dataDir,
}) => {
  // A browser that writes down what it is given.
  const [bin, given] = [join(dataDir, 'bin'), join(dataDir, 'given')];
  mkdirSync(bin);
  const script = `#!/bin/sh\nprintf '%s\\n' "$@" > '${given}.new' && mv '${given}.new' '${given}'\n`;
  writeFileSync(join(bin, 'microsoft-edge'), script, { mode: 0o755 });
  const running = await startOnSite({ env: { PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` } });
  const strip = tabs(running.page);
  const page = await openSignedIn(running, ME);
  await page.goto('https://device.login.microsoftonline.com/');
  await expect(strip.wantsBrowser).toBeVisible();
  await strip.wantsBrowser.getByRole('button', { name: 'Open in browser' }).click();
  await expect.poll(() => running.openedAddresses()).toEqual(['https://device.login.microsoftonline.com/']);

  await strip.wantsBrowser.getByRole('button', { name: 'Always open in Microsoft Edge' }).click();
  await expect(running.page.getByText('Services of maria@contoso.com now open in Microsoft Edge')).toBeAttached();
  await openService(running.page, ME, 'teams');
  await expect.poll(() => existsSync(given) && readFileSync(given, 'utf8')).toContain('https://teams.microsoft.com/');
  expect(await running.openedAddresses()).toHaveLength(1);
});

test('a download says how far it is, pauses, goes on and is cancelled', async ({ startOnSite, site }) => {
  const running = await startOnSite();
  const { page: ours, app } = running;
  const strip = tabs(ours);
  const folder = mkdtempSync(join(tmpdir(), 'switchboard-downloads-'));
  const saveAs = (path: string) =>
    app.evaluate(({ dialog }, answer) => void Reflect.get(dialog, 'paths').push(answer), path);
  const page = await openSignedIn(running, ME);

  const [whole, stopped] = [join(folder, 'whole.bin'), join(folder, 'stopped.bin')];
  await saveAs(whole);
  await page.getByRole('link', { name: 'A file that waits' }).click();
  const first = strip.downloads.getByRole('listitem').first();
  await expect(first.getByRole('progressbar')).toBeVisible();
  await first.getByRole('button', { name: /^Pause/ }).click();
  await first.getByRole('button', { name: /^Resume/ }).click();
  await expect.poll(() => site.release()).toBe(1);
  await expect(first.getByRole('button', { name: /^Show/ })).toBeVisible();
  expect(statSync(whole).size).toBe(5 * 1_048_576);

  await saveAs(stopped);
  await page.getByRole('link', { name: 'A file that waits' }).click();
  await expect(strip.downloads.getByRole('listitem')).toHaveCount(2);
  await strip.downloads.getByRole('button', { name: /^Cancel/ }).click();
  await expect(strip.downloads.getByRole('progressbar')).toHaveCount(0);
  expect(existsSync(stopped)).toBe(false);
  site.release();
});

test('the window comes back to the service and the place where each account was, also after a restart', async ({
  startOnSite,
}) => {
  const first = await startOnSite();
  const mine = await openSignedIn(first, ME);
  await mine.getByRole('link', { name: 'Page 3' }).click();
  await expect(tabs(first.page).shown).toHaveAccessibleName(/Page 3/);
  await profileMenu(first.page).switchTo(OTHER);
  await expect(first.page.getByRole('heading', { name: 'Dashboard', level: 1 })).toBeVisible();
  await profileMenu(first.page).switchTo(ME);
  await expect(tabs(first.page).shown).toHaveAccessibleName(/Page 3/);
  await expect.poll(() => seen(first)).toContain('/page/3');
  await first.close();

  const again = await startOnSite();
  const back = await servicePage(again, /\/page\/3$/);
  await expect(back.locator('#from-cookie')).toHaveText(`signed in as ${ME}`);
  await expect.poll(() => seen(again)).toContain('/page/3');
  await expect(tabs(again.page).shown).toHaveAccessibleName(/Page 3/);
  await expect(tabs(again.page).back).toBeEnabled();
});
