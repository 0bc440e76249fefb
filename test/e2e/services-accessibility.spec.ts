import { join } from 'node:path';
import { axe, THEMES } from './axe.ts';
import { profileMenu } from './screens/profile-menu.ts';
import { settings } from './screens/settings.ts';
import { tabs } from './screens/tabs.ts';
import { expect, openSignedIn, test } from './services.ts';

const ME = 'maria@contoso.com';
test.use({ accounts: [ME, 'ada@contoso.com'] });

for (const theme of THEMES)
  test(`axe finds no violation around the page of a service, ${theme}`, async ({ startOnSite, dataDir }) => {
    test.setTimeout(120_000);
    const running = await startOnSite();
    const { page } = running;
    await running.app.evaluate(({ nativeTheme }, source) => (nativeTheme.themeSource = source), theme);
    const expectAccessible = (where: string) => axe(page, where, theme);
    const strip = tabs(page);
    const service = await openSignedIn(running, ME);
    await expectAccessible('a service');

    await strip.pick('Find in page');
    await strip.find.fill('paragraph');
    await service.locator('#location').click();
    await expect(strip.ask).toBeVisible();
    await running.app.evaluate(
      ({ dialog }, path) => void Reflect.get(dialog, 'paths').push(path),
      join(dataDir, 'waits.bin'),
    );
    await service.getByRole('link', { name: 'A file that waits' }).click();
    await expect(strip.downloads).toBeVisible();
    await expectAccessible('search, question and download');
    await strip.refuse.click();
    await strip.more.click();
    await expect(page.getByRole('menuitem', { name: 'Print' })).toBeVisible();
    await expectAccessible('more');
    await page.keyboard.press('Escape');

    await service.locator('#guarded').fill('typed');
    await strip.pick('Close tab');
    await expect(strip.unsaved).toBeVisible();
    await expectAccessible('unsaved');
    await page.keyboard.press('Escape');

    await service.goto('https://device.login.microsoftonline.com/');
    await expect(strip.wantsBrowser).toBeVisible();
    await expectAccessible('wants a browser');
    await service.goto('https://refused.example/').catch(() => {});
    await expect(strip.problem).toBeVisible();
    await expectAccessible('a problem');

    await profileMenu(page).go('Settings');
    await settings(page).services.click();
    await expect(page.getByRole('list', { name: 'Answers' })).toBeVisible();
    await expectAccessible('settings of services');
  });
