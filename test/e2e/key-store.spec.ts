import { rmSync } from 'node:fs';
import { expect, test } from './fixtures.ts';
import { fetchCode, signIn, startLink } from './journeys.ts';
import { linkWizard } from './screens/link-wizard.ts';
import { profileMenu } from './screens/profile-menu.ts';
import { yourInfo } from './screens/your-info.ts';

test('with a keyring a code that was sent before Switchboard quit still counts', async ({ start, dataDir }) => {
  const keyring = `${dataDir}-keyring`;
  const env = { STANDIN_KEYRING: keyring };
  const first = await start({ env });
  await signIn(first.page, 'ada@example.com');
  await startLink(first.page, 'grace@contoso.com');
  const code = await fetchCode(first.page, 'grace@contoso.com');
  await first.close();

  const second = await start({ env });
  await profileMenu(second.page).go('Your info');
  await yourInfo(second.page).add.click();
  const wizard = linkWizard(second.page);
  await wizard.code.fill(code);
  await wizard.verify.click();
  await expect(wizard.linked).toBeVisible();
  await second.close();
  rmSync(keyring);
});
