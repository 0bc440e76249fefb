import type { Page } from '@playwright/test';
import type { LaunchedApp } from '../support/launch.ts';
import { profileMenu } from './screens/profile-menu.ts';
import { tabs } from './screens/tabs.ts';
import { expect, idOf, invoke, openSignedIn, test } from './services.ts';

const ME = 'maria@contoso.com';
const OTHER = 'ada@contoso.com';
test.use({ accounts: [ME, OTHER] });

/** Has the page of an account say how much is unread, by its title, whether it is on screen or not. */
async function setUnread(page: Page, count: number): Promise<void> {
  await page.locator('#given [name=count]').fill(String(count));
  await page.locator('#unread').dispatchEvent('click');
  await expect(page).toHaveTitle(new RegExp(`^\\(${count}\\) `));
}

const badge = ({ app }: LaunchedApp) => app.evaluate(({ app: electron }) => electron.getBadgeCount());

// These run inside main, so they use nothing from around them. `Notification.shown` is the stand-in's.

const shown = ({ app }: LaunchedApp) =>
  app.evaluate(({ Notification }) => {
    const all: Iterable<{ title: string; body: string }> = Reflect.get(Notification, 'shown');
    return [...all].map(({ title, body }) => `${title}: ${body}`);
  });

const click = ({ app }: LaunchedApp, title: string) =>
  app.evaluate(({ Notification }, wanted) => {
    const all: Iterable<{ title: string; click(): void }> = Reflect.get(Notification, 'shown');
    [...all].find((one) => one.title === wanted)?.click();
  }, title);

test('what a title counts stands everywhere, is told in the account’s name, and a click lands there', async ({
  startOnSite,
}) => {
  const running = await startOnSite();
  const { page } = running;
  const menu = profileMenu(page);
  const theirs = await openSignedIn(running, OTHER);
  const mine = await openSignedIn(running, ME);
  await expect.poll(() => badge(running)).toBe(6);

  await test.step('counted', async () => {
    await setUnread(theirs, 7);
    await expect.poll(() => badge(running)).toBe(10);
    await expect.poll(async () => (await running.trayItems()).map(({ label }) => label)).toContain(`${OTHER} (7)`);
    await menu.button.click();
    await expect(menu.account(OTHER)).toHaveAccessibleDescription(/, 7 unread$/);
    await page.keyboard.press('Escape');
  });

  await test.step('told, and clicked', async () => {
    // An account tells once in ten seconds, and it may have told when it was signed in.
    await expect.poll(() => shown(running), { timeout: 20_000 }).toContain('Person 1: 7 unread in Outlook');
    await click(running, 'Person 1');
    await expect(tabs(page).shown).toHaveAccessibleName(`Outlook, Inbox - ${OTHER} - Outlook, 7 unread`);
    await expect.poll(() => shown(running)).not.toContain('Person 1: 7 unread in Outlook');
  });

  await test.step('not told where it is off, or quiet', async () => {
    const accountId = await idOf(page, ME);
    const choices = [
      { isOn: false, quiet: 'none' },
      { isOn: true, quiet: { from: '00:00', until: '00:00' } },
    ];
    for (const [index, choice] of choices.entries()) {
      await invoke(page, 'notifications.change', { accountId, ...choice });
      await setUnread(mine, 20 + index);
      await expect.poll(() => badge(running)).toBe(27 + index);
    }
    await invoke(page, 'notifications.change', { accountId, isOn: true, quiet: 'none' });
    await setUnread(mine, 30);
    await expect.poll(() => shown(running), { timeout: 20_000 }).toContain('Person 0: 30 unread in Outlook');
    expect((await shown(running)).filter((told) => /2[01] unread/.test(told))).toEqual([]);
  });
});
