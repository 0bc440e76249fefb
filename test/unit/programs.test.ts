import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createPrograms, environmentOfOthers } from '../../main/programs.ts';
import { temporaryFolder } from '../support/folder.ts';

test('another program gets the environment without what is ours', () => {
  const kept = { HOME: '/home/ada', PATH: '/usr/bin', DISPLAY: ':0', LANG: 'de_DE.UTF-8', MY_APPIMAGE: 'x' };
  const ours = {
    ELECTRON_RUN_AS_NODE: '1',
    SWITCHBOARD_RUNTIME: 'chromium',
    NODE_OPTIONS: '--inspect',
    npm_config_x: '1',
    CHROME_DESKTOP: 'switchboard.desktop',
    XDG_CURRENT_DESKTOP: 'Unity',
    ORIGINAL_XDG_CURRENT_DESKTOP: 'pop:GNOME',
    OWD: '/',
  };
  expect(environmentOfOthers({ ...kept, ...ours })).toEqual({ ...kept, XDG_CURRENT_DESKTOP: 'pop:GNOME' });
});

test('what an AppImage puts into lists is taken out of them again', () => {
  const env = {
    APPDIR: '/tmp/.mount_x',
    APPIMAGE: '/home/ada/Switchboard.AppImage',
    PATH: '/tmp/.mount_x:/tmp/.mount_x/usr/sbin:/usr/bin',
    LD_LIBRARY_PATH: '/tmp/.mount_x/usr/lib',
    HOME: '/home/ada',
  };
  expect(environmentOfOthers(env)).toEqual({ PATH: '/usr/bin', HOME: '/home/ada' });
});

test('only a file that can be run is a program', () => {
  const folder = temporaryFolder();
  const { canRun } = createPrograms();
  const file = join(folder, 'browser');
  mkdirSync(join(folder, 'folder'));
  writeFileSync(file, '#!/bin/sh\n', { mode: 0o644 });
  expect([file, join(folder, 'folder'), join(folder, 'none')].map(canRun)).toEqual([false, false, false]);
  chmodSync(file, 0o755);
  expect(canRun(file)).toBe(true);
});

test('a program is started with its arguments as they are, and one that is not there is told', async () => {
  const folder = temporaryFolder();
  const [file, out] = [join(folder, 'browser'), join(folder, 'out')];
  writeFileSync(file, `#!/bin/sh\nprintf '%s|' "$@" > '${out}.new'; mv '${out}.new' '${out}'\n`, { mode: 0o755 });
  const { start } = createPrograms();
  expect(await start(file, ['$(id)', 'a b', '"; id', '--', 'https://a.example/'])).toBe(true);
  await vi.waitFor(() => expect(existsSync(out)).toBe(true));
  expect(readFileSync(out, 'utf8')).toBe('$(id)|a b|"; id|--|https://a.example/|');
  expect(await start(join(folder, 'none'), [])).toBe(false);
});
