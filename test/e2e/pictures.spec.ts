import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../build/scripts/steps.ts';
import { listAccounts } from '../../main/store/accounts.ts';
import { saveProfile } from '../../main/store/profiles.ts';
import { fillFolder, openFolder } from '../bench/fill.ts';
import { expect, test } from './fixtures.ts';
import { dashboard } from './screens/dashboard.ts';
import { profileMenu } from './screens/profile-menu.ts';
import { yourInfo } from './screens/your-info.ts';

const ACCOUNT = 'person-1@example.test';

test('a picture that came with a sign-in is shown wherever the account is, and a name only where the person gave none', async ({
  start,
  dataDir,
}) => {
  fillFolder(dataDir, 3);
  const { store } = openFolder(dataDir);
  const account = listAccounts(store.read).find(({ identifier }) => identifier === ACCOUNT);
  const picture = { bytes: readFileSync(join(ROOT, 'build/icons/app/48x48.png')), type: 'image/png' };
  const profile = { name: 'Called otherwise', picture, at: '2026-11-23T20:28:00.000Z' };
  store.write((tx) => account && saveProfile(tx, account.id, profile));
  store.close();

  const { page } = await start();
  const info = yourInfo(page);
  await profileMenu(page).go('Your info');
  await expect(info.account(ACCOUNT)).toContainText('Person 1');
  await expect(info.account(ACCOUNT).locator('img')).toHaveJSProperty('naturalWidth', 48);
  await expect(info.linked.locator('img')).toHaveCount(1);
  await profileMenu(page).button.click();
  await expect(profileMenu(page).account(ACCOUNT).locator('img')).toHaveJSProperty('naturalWidth', 48);
  await page.keyboard.press('Escape');
  await profileMenu(page).switchTo(ACCOUNT);
  await expect(dashboard(page).main).toContainText('Person 1');
  await expect(dashboard(page).main.locator('img')).toHaveJSProperty('naturalWidth', 48);
});
