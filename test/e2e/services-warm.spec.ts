import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { LaunchedApp } from '../support/launch.ts';
import { passTime } from './clock.ts';
import { tabs } from './screens/tabs.ts';
import { expect, invoke, openService, openSignedIn, servicePages, test } from './services.ts';

const ME = 'maria@contoso.com';
const OTHER = 'ada@contoso.com';

test.use({ accounts: [ME, OTHER] });

/** Lets so much time pass that pages may sleep; main looks again when a preference changes. */
async function leaveAlone(running: LaunchedApp, warmTabs: number): Promise<void> {
  await passTime(running, 16 * 60_000);
  await invoke(running.page, 'preferences.change', { warmTabs: warmTabs + 1 });
  await invoke(running.page, 'preferences.change', { warmTabs });
}

const isOpen = (running: LaunchedApp, page: Page) => servicePages(running).includes(page);

/** Opens a service that has signed in already by the account's cookie at the sign-in host. */
async function openNext(running: LaunchedApp, serviceId: string, host: string): Promise<Page> {
  await openService(running.page, ME, serviceId);
  const there = () => servicePages(running).find((page) => new URL(page.url()).host === host);
  await expect.poll(() => there()?.url()).toBeTruthy();
  const page = there();
  if (!page) throw new Error(`No page of ${host}`);
  await expect(page.locator('html[data-ready]')).toBeAttached();
  return page;
}

test('what nobody looks at sleeps, and comes back in its history and where it was scrolled to', async ({
  startOnSite,
}) => {
  const running = await startOnSite();
  const strip = tabs(running.page);
  await invoke(running.page, 'preferences.change', { warmTabs: 2 });
  const outlook = await openSignedIn(running, ME);
  await outlook.getByRole('link', { name: 'Page 4' }).click();
  await expect(outlook).toHaveURL(/\/page\/4$/);
  await expect(outlook.locator('html[data-ready]')).toBeAttached();
  await outlook.locator('#p40').scrollIntoViewIfNeeded();
  const scrolled = await outlook.evaluate(() => scrollY);
  expect(scrolled).toBeGreaterThan(500);
  const teams = await openNext(running, 'teams', 'teams.microsoft.com');
  await teams.evaluate(() => Object.assign(globalThis, { stillHere: true }));
  await openNext(running, 'planner', 'planner.cloud.microsoft');
  expect(servicePages(running)).toHaveLength(3);

  await leaveAlone(running, 2);
  await expect.poll(() => isOpen(running, outlook)).toBe(false);
  expect(servicePages(running)).toHaveLength(2);
  await expect(strip.tab('Outlook')).toHaveAccessibleName(/, asleep$/);

  await strip.tab('Teams').click();
  expect(await teams.evaluate(() => Reflect.get(globalThis, 'stillHere')), 'one that is warm is the same').toBe(true);
  await strip.tab('Outlook').click();
  await expect.poll(() => servicePages(running).some((page) => page.url().endsWith('/page/4'))).toBe(true);
  const back = servicePages(running).find((page) => page.url().endsWith('/page/4'));
  if (!back) throw new Error('Outlook did not wake');
  await expect(back.locator('html[data-ready]')).toBeAttached();
  await expect.poll(() => back.evaluate(() => scrollY)).toBe(scrolled);
  await strip.back.click();
  await expect(back).toHaveURL('https://outlook.office.com/mail/');
});

test('one that plays, downloads, holds what was typed or objects is left alone', async ({
  startOnSite,
  site,
  dataDir,
}) => {
  const running = await startOnSite();
  const { page } = running;
  await invoke(page, 'preferences.change', { warmTabs: 1 });
  const plays = await openSignedIn(running, ME);
  await plays.locator('#sound').click();
  await expect(tabs(page).tab('Outlook')).toHaveAccessibleName(/plays sound/);
  const typed = await openNext(running, 'teams', 'teams.microsoft.com');
  await typed.locator('#unguarded').pressSequentially('not sent yet');
  const objects = await openNext(running, 'planner', 'planner.cloud.microsoft');
  await objects.locator('#guarded').fill('objects');
  const downloads = await openNext(running, 'onenote', 'onenote.cloud.microsoft');
  await running.app.evaluate(({ dialog }, path) => Reflect.get(dialog, 'paths').push(path), join(dataDir, 'saved.bin'));
  await downloads.getByRole('link', { name: 'A file that waits' }).click();
  await expect(tabs(page).downloads.getByRole('progressbar')).toBeVisible();
  const idle = await openNext(running, 'to-do', 'to-do.office.com');
  const shown = await openSignedIn(running, OTHER);

  await leaveAlone(running, 1);
  await expect.poll(() => isOpen(running, idle)).toBe(false);
  for (const kept of [plays, typed, objects, downloads, shown]) expect(isOpen(running, kept)).toBe(true);
  site.release();
});
