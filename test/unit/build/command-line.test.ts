import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { LINK_SCHEME } from '../../../main/shell/deep-link.ts';
import { temporaryFolder } from '../../support/folder.ts';

const root = resolve(import.meta.dirname, '../../..');
const text = (path: string) => readFileSync(join(root, path), 'utf8');

test('on macOS a link to the script, and a link to that, start the app with their arguments and pass its status on', () => {
  const folder = temporaryFolder();
  const contents = join(folder, 'Applications/Switch Board.app/Contents');
  for (const name of ['MacOS', 'Resources/bin']) mkdirSync(join(contents, name), { recursive: true });
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(contents, 'MacOS/Switchboard'), '#!/bin/sh\nprintf "<%s>" "$@"\nexit 3\n', { mode: 0o755 });
  const script = join(contents, 'Resources/bin/switchboard');
  copyFileSync(join(root, 'build/command-line/switchboard.sh'), script);
  symlinkSync(script, join(folder, 'bin/absolute'));
  symlinkSync('absolute', join(folder, 'bin/relative'));
  for (const command of [script, join(folder, 'bin/absolute'), join(folder, 'bin/relative')]) {
    const run = () => execFileSync(command, ['switch', 'a b', ''], { encoding: 'utf8', stdio: 'pipe' });
    expect(run).toThrow(expect.objectContaining({ status: 3, stdout: '<switch><a b><>' }));
  }
});

test('on Windows the script runs the program two folders above, and passes its status on', () => {
  const lines = text('build/command-line/switchboard.cmd').split('\r\n');
  expect(lines).toContain('"%~dp0..\\..\\Switchboard.exe" %*');
  expect(lines.at(-2)).toBe('exit /b %errorlevel%');
  expect(text('electron-builder.yml')).toMatch(/^productName: Switchboard$/m);
});

test('each system is told of our links, and of the command', () => {
  const config = text('electron-builder.yml');
  expect(config).toContain(`schemes: [${LINK_SCHEME}]`);
  expect(config).toContain('to: bin/switchboard.cmd');
  expect(config).toMatch(/to: bin\/switchboard$/m);
  expect(config).toMatch(/^  executableName: switchboard$/m);
  // The packager's own script, which runs after deb and rpm are installed.
  expect(text('node_modules/app-builder-lib/templates/linux/after-install.tpl')).toContain("/usr/bin/${executable}'");
});
