import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFiles } from '../../../main/shell/files.ts';
import { temporaryFolder } from '../../support/folder.ts';

/** The files, where the person picks `path` in every dialog; null where they cancel. */
function picking(path: string | null) {
  const asked: unknown[] = [];
  const canceled = path === null;
  const files = createFiles({
    dialog: {
      showSaveDialog: (options: unknown) => {
        asked.push(options);
        return Promise.resolve({ canceled, filePath: path ?? '' });
      },
      showOpenDialog: () => Promise.resolve({ canceled, filePaths: path === null ? [] : [path] }),
    },
    window: () => null,
  });
  return { ...files, asked };
}

const LIST = { extensions: ['csv'], maxBytes: 100 };

test('a file is written whole, for its owner alone, over the one that was there', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'list.csv');
  writeFileSync(path, 'something longer that was there', { mode: 0o644 });
  const { saveFile, asked } = picking(path);
  expect(await saveFile('accounts.csv', 'identifier\n')).toBe('saved');
  expect(readFileSync(path, 'utf8')).toBe('identifier\n');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['list.csv']);
  expect(asked).toMatchObject([{ defaultPath: 'accounts.csv', filters: [{ extensions: ['csv'] }, {}] }]);
});

test('what cannot be written leaves nothing behind, and the old one as it was', async () => {
  const folder = temporaryFolder();
  const inTheWay = join(folder, 'list.csv');
  mkdirSync(inTheWay);
  writeFileSync(join(inTheWay, 'mine'), '');
  await expect(picking(inTheWay).saveFile('list.csv', 'x')).rejects.toThrow(/^(EISDIR|ENOTEMPTY|EEXIST)/);
  await expect(picking(join(folder, 'missing', 'list.csv')).saveFile('list.csv', 'x')).rejects.toThrow('ENOENT');
  expect(readdirSync(folder)).toEqual(['list.csv']);
  expect(readdirSync(inTheWay)).toEqual(['mine']);
});

test('a file is read up to its limit, and no further', async () => {
  const path = join(temporaryFolder(), 'list.csv');
  writeFileSync(path, 'x'.repeat(100));
  const opened = await picking(path).openFile(LIST);
  expect(opened.outcome === 'opened' && Buffer.from(opened.bytes).toString()).toBe('x'.repeat(100));
  writeFileSync(path, 'x'.repeat(101));
  expect(await picking(path).openFile(LIST)).toEqual({ outcome: 'too-large' });
});

test('what is no file is not read: a folder, a device, nothing', async () => {
  const folder = temporaryFolder();
  await expect(picking(folder).openFile(LIST)).rejects.toThrow('This is no file');
  await expect(picking(join(folder, 'missing')).openFile(LIST)).rejects.toThrow('ENOENT');
  const device = join(folder, 'zero.csv');
  symlinkSync('/dev/zero', device);
  await expect(picking(device).openFile(LIST)).rejects.toThrow('This is no file');
});

test('cancelled is cancelled', async () => {
  expect(await picking(null).saveFile('list.csv', 'x')).toBe('cancelled');
  expect(await picking(null).openFile(LIST)).toEqual({ outcome: 'cancelled' });
});
