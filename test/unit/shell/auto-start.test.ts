import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { autoStartFile, createLinuxAutoStart, createLoginItem } from '../../../main/shell/auto-start.ts';
import { autoStartEntry } from '../../../main/shell/desktop-entry.ts';
import { temporaryFolder } from '../../support/folder.ts';

test('the file lies where the desktop looks', () => {
  const name = 'autostart/app.switchboard.Switchboard.desktop';
  expect(autoStartFile({}, '/home/ada')).toBe(`/home/ada/.config/${name}`);
  expect(autoStartFile({ XDG_CONFIG_HOME: '/cfg' }, '/home/ada')).toBe(`/cfg/${name}`);
  expect(autoStartFile({ XDG_CONFIG_HOME: 'relative' }, '/home/ada')).toBe(`/home/ada/.config/${name}`);
  expect(autoStartFile({ XDG_CONFIG_HOME: '' }, '/home/ada')).toBe(`/home/ada/.config/${name}`);
});

/** Reads an `Exec=` line back as a desktop does: the file's escapes first, then the quoted arguments, then `%%`. */
function readExec(entry: string): string[] {
  const line = /^Exec=(.*)$/m.exec(entry)?.[1] ?? '';
  const unescaped = line.replaceAll('\\\\', '\\');
  const quoted = unescaped.match(/"(?:[^"\\]|\\.)*"/g) ?? [];
  return quoted.map((argument) => argument.slice(1, -1).replaceAll(/\\(.)/g, '$1').replaceAll('%%', '%'));
}

test.each([
  [['/opt/Switchboard/switchboard', '--hidden']],
  [['/home/ada love/My Apps/switchboard', '--hidden']],
  [['/opt/50%off/$HOME/`id`/"x"/back\\slash/switchboard', '--data', "/it's here"]],
  [['/opt/%f %u %U/switchboard']],
])('a desktop runs exactly %j', (command) => {
  expect(readExec(autoStartEntry(command))).toEqual(command);
});

test('a line break cannot smuggle in another key', () => {
  expect(() => autoStartEntry(['/x\nExec=/bin/evil'])).toThrow('line break');
});

test('on writes the file, off removes it, and both may be said twice', async () => {
  const file = join(temporaryFolder(), 'autostart', 'x.desktop');
  const autoStart = createLinuxAutoStart(file, ['/opt/switchboard', '--hidden']);
  await autoStart.set(false);
  await autoStart.set(true);
  await autoStart.set(true);
  expect(readFileSync(file, 'utf8')).toBe(autoStartEntry(['/opt/switchboard', '--hidden']));
  await autoStart.set(false);
  expect(existsSync(file)).toBe(false);
});

test('a folder that cannot be made is an error, not silence', async () => {
  const blocked = join(temporaryFolder(), 'file');
  writeFileSync(blocked, '');
  await expect(createLinuxAutoStart(join(blocked, 'x.desktop'), ['/x']).set(true)).rejects.toThrow(/EEXIST|ENOTDIR/);
});

test('elsewhere the system is asked, and its answer is checked', async () => {
  let open = false;
  const settings = (): Electron.LoginItemSettings => ({
    openAtLogin: open,
    executableWillLaunchAtLogin: open,
    wasOpenedAtLogin: false,
    status: 'enabled',
    launchItems: [],
  });
  const taken = { setLoginItemSettings: (given: Electron.Settings) => void (open = given.openAtLogin ?? false) };
  await createLoginItem({ ...taken, getLoginItemSettings: settings }).set(true);
  expect(open).toBe(true);
  const deaf = { setLoginItemSettings: () => {}, getLoginItemSettings: settings };
  await expect(createLoginItem(deaf).set(false)).rejects.toThrow('not taken');
});
