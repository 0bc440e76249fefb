import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { link, signIn } from './journeys.ts';
import { dashboard } from './screens/dashboard.ts';
import { profileMenu } from './screens/profile-menu.ts';
import { yourInfo } from './screens/your-info.ts';

test('an account opens its services in a browser of its own, or says that it is gone', async ({ start, dataDir }) => {
  // A browser that writes down what it is given; the real ones have a test of their own.
  const bin = join(dataDir, 'bin');
  const given = join(dataDir, 'given');
  mkdirSync(bin);
  writeFileSync(
    join(bin, 'microsoft-edge'),
    `#!/bin/sh\nprintf '%s\\n' "$@" > '${given}.new' && mv '${given}.new' '${given}'\n`,
  );
  chmodSync(join(bin, 'microsoft-edge'), 0o755);
  const { page } = await start({ env: { PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` } });
  await signIn(page, 'ada@example.com');
  await link(page, 'work@contoso.com');
  const info = yourInfo(page);

  await page.getByRole('button', { name: 'More for work@contoso.com' }).click();
  const edge = page.getByRole('menuitemradio', { name: 'Microsoft Edge' });
  await expect(page.getByRole('menuitemradio', { name: 'Switchboard' })).toBeChecked();
  await edge.click();
  await expect(info.account('work@contoso.com')).toContainText('Opens in Microsoft Edge');
  await expect(info.primary.getByRole('button', { name: 'Services open in Switchboard' })).toBeVisible();

  await profileMenu(page).switchTo('work@contoso.com');
  await dashboard(page).services.getByRole('button', { name: 'Outlook' }).first().click();
  await expect
    .poll(() => existsSync(given) && readFileSync(given, 'utf8'))
    .toMatch(/--\nhttps:\/\/outlook\.[^\n]+work%40contoso\.com\n$/);
  expect(readFileSync(given, 'utf8')).toMatch(/^--user-data-dir=.*\/browser-profiles\/edge\/[0-9a-f-]{36}\n/);

  chmodSync(join(bin, 'microsoft-edge'), 0o644);
  await dashboard(page).services.getByRole('button', { name: 'Outlook' }).first().click();
  const notices = page.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText('Microsoft Edge is no longer installed on this computer.');
});
