import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pickFile } from '../support/pick-file.ts';
import { expect, test } from './fixtures.ts';
import { fetchCode, signIn } from './journeys.ts';
import { linkWizard } from './screens/link-wizard.ts';
import { notices } from './screens/notices.ts';
import { profileMenu } from './screens/profile-menu.ts';
import { yourInfo } from './screens/your-info.ts';

test('a list is imported, its accounts linked one by one or discarded, and all of them exported', async ({
  running,
  window: page,
  dataDir,
}) => {
  const list = join(dataDir, 'list.csv');
  writeFileSync(
    list,
    '\uFEFFidentifier;name;kind;group\r\ngrace@contoso.com;Grace;work;Contoso\r\nnobody;;;\r\neve@example.com;;;\r\nmallory@example.com;;;\r\n',
  );
  const info = yourInfo(page);
  const wizard = linkWizard(page);
  const waiting = page.getByRole('list', { name: 'Waiting to be linked' }).getByRole('listitem');
  const menu = async (item: string) => {
    await page.getByRole('button', { name: 'Groups, import and export' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  const importList = async (path: string) => {
    await pickFile(running.app, path);
    await menu('Import accounts...');
  };
  await signIn(page, 'ada@example.com');
  await profileMenu(page).go('Your info');

  await test.step('imported: good rows wait, wrong ones are told', async () => {
    await importList(list);
    const report = page.getByRole('dialog', { name: 'Accounts imported' });
    await expect(report).toContainText('3 accounts added');
    await expect(report).toContainText('Line 3: this is neither an email address nor a phone number.');
    await report.getByRole('button', { name: 'Close' }).click();
    await expect(waiting).toHaveCount(3);
  });

  await test.step('imported twice changes nothing', async () => {
    await importList(list);
    const report = page.getByRole('dialog', { name: 'Accounts imported' });
    await expect(report).toContainText('No account was added.');
    await expect(report).toContainText('3 rows are linked or wait already.');
    await page.keyboard.press('Escape');
    await expect(waiting).toHaveCount(3);
  });

  await test.step('linked with its proof, and taken over', async () => {
    await page.getByRole('button', { name: 'Link grace@contoso.com' }).click();
    await expect(wizard.identifier).toHaveValue('grace@contoso.com');
    await wizard.add.click();
    await expect(wizard.code).toBeVisible();
    const code = await fetchCode(page, 'grace@contoso.com');
    await wizard.code.fill(code);
    await wizard.verify.click();
    await expect(wizard.linked).toBeVisible();
    await wizard.close.click();
    await expect(waiting).toHaveCount(2);
    await expect(info.account('grace@contoso.com')).toContainText(/Grace.*Work or school|Work or school.*Grace/s);
    await expect(info.account('grace@contoso.com')).toContainText('Contoso');
  });

  await test.step('discarded, one and all', async () => {
    await page.getByRole('button', { name: 'Discard eve@example.com' }).click();
    await expect(waiting).toHaveCount(1);
    await page.getByRole('button', { name: 'Discard all' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Discard all' }).click();
    await expect(page.getByRole('heading', { name: 'Waiting to be linked' })).toHaveCount(0);
  });

  await test.step('exported for the person alone', async () => {
    const file = join(dataDir, 'exported.csv');
    await pickFile(running.app, file);
    await menu('Export accounts...');
    await expect(notices(page)).toContainText('The accounts were saved.');
    expect(readFileSync(file, 'utf8')).toBe(
      '\uFEFFidentifier,name,kind,group\r\nada@example.com,,unknown,\r\ngrace@contoso.com,Grace,work,Contoso\r\n',
    );
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  await test.step('what is no list, or none at all, is told', async () => {
    writeFileSync(list, 'email\nada@example.com\n');
    await importList(list);
    await expect(notices(page)).toContainText('names no column “identifier”');
    writeFileSync(list, Buffer.alloc(1024 * 1024 + 1, 'x'));
    await importList(list);
    await expect(notices(page)).toContainText('larger than 1 MB');
    await importList(join(dataDir, 'missing.csv'));
    await expect(notices(page)).toContainText('The file could not be read.');
    await importList(dataDir);
    await expect(notices(page)).toContainText('The file could not be read.');
  });
});
