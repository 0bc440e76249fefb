import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Locator, Page } from '@playwright/test';
import { TabsState } from '../../shared/domain/tab.ts';
import { appCommand, type LaunchedApp } from '../support/launch.ts';
import { linkSettings } from './screens/link-settings.ts';
import { profileMenu } from './screens/profile-menu.ts';
import { tabs } from './screens/tabs.ts';
import { expect, idOf, invoke, openSignedIn, servicePages, test } from './services.ts';

const ME = 'maria@contoso.com';
const OTHER = 'ada@contoso.com';
test.use({ accounts: [ME, OTHER] });

/** Whose tabs are on screen. */
const activeId = async (page: Page) => TabsState.parse(await invoke(page, 'tabs.read', {})).accountId;

/** Picks an item of the menu that a right click on a link shows. */
async function pickFor({ app }: LaunchedApp, link: Locator, itemId: string): Promise<void> {
  const menus = () => app.evaluate(({ Menu }) => Reflect.get(Menu, 'popups').length);
  const before = await menus();
  await link.click({ button: 'right' });
  await expect.poll(menus).toBe(before + 1);
  await app.evaluate(({ Menu }, id) => {
    const popups: Electron.Menu[] = Reflect.get(Menu, 'popups');
    popups.at(-1)?.getMenuItemById(id)?.click();
  }, itemId);
}

test('a link opens as another account: once, always, by the rule, and by the question that asks first', async ({
  startOnSite,
  site,
  dataDir,
}) => {
  test.setTimeout(90_000);
  const running = await startOnSite();
  const { page } = running;
  const strip = tabs(page);
  await openSignedIn(running, OTHER);
  const mine = await openSignedIn(running, ME);
  const other = await idOf(page, OTHER);
  const teams = mine.getByRole('link', { name: 'Another service', exact: true });

  await test.step('once, in the session of that account', async () => {
    await pickFor(running, teams, `open-as-${other}-once`);
    await expect(strip.shown).toHaveAccessibleName(/ada@contoso\.com/);
    await expect.poll(() => servicePages(running).length).toBe(3);
    expect(site.requestsOf(OTHER).map(({ host }) => host)).toContain('teams.microsoft.com');
    expect(site.requestsOf(ME).map(({ host }) => host)).not.toContain('teams.microsoft.com');
  });

  await test.step('always: plain links then go there too', async () => {
    await profileMenu(page).switchTo(ME);
    await expect(strip.shown).toHaveAccessibleName(/maria@contoso\.com/);
    const elsewhere = mine.getByRole('link', { name: 'Elsewhere', exact: true });
    await pickFor(running, elsewhere, `open-as-${other}-always`);
    await expect.poll(() => servicePages(running).length).toBe(4);
    await profileMenu(page).switchTo(ME);
    await expect(strip.shown).toHaveAccessibleName(/maria@contoso\.com/);
    await mine.getByRole('link', { name: 'Elsewhere in a new window' }).click();
    await expect.poll(() => servicePages(running).length).toBe(5);
    await expect.poll(() => activeId(page)).toBe(other);
  });

  await test.step('from outside: asked first, with the account of the rule chosen', async () => {
    await profileMenu(page).switchTo(ME);
    const url = encodeURIComponent('https://other.example/page/3');
    const command = appCommand({ dataDir, args: [`switchboard://open?url=${url}`] });
    await once(spawn(command.executable, command.args, { env: command.env, stdio: 'ignore' }), 'exit');
    const { question } = linkSettings(page);
    await expect(question).toContainText('https://other.example/page/3');
    await expect(question.getByRole('radio', { name: OTHER })).toBeChecked();
    expect(servicePages(running)).toHaveLength(5);
    await question.getByRole('button', { name: 'Open' }).click();
    await expect.poll(() => servicePages(running).filter((one) => one.url().endsWith('/page/3')).length).toBe(1);
    await expect.poll(() => activeId(page)).toBe(other);
  });
  expect(await running.openedAddresses()).toEqual([]);
});
