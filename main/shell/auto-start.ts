import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { App } from 'electron/main';
import type { AutoStart } from '../ports.ts';
import { autoStartEntry } from './desktop-entry.ts';

/** Where a Linux desktop looks for what to start at login. */
export function autoStartFile(env: NodeJS.ProcessEnv, home: string): string {
  // The specification says to pass over a relative path.
  const config = env['XDG_CONFIG_HOME']?.startsWith('/') ? env['XDG_CONFIG_HOME'] : join(home, '.config');
  return join(config, 'autostart', 'app.switchboard.Switchboard.desktop');
}

/** Electron's call does nothing on Linux, so there the desktop's own file is written, and removed when it is off. */
export function createLinuxAutoStart(file: string, command: readonly string[]): AutoStart {
  return {
    async set(enabled) {
      if (!enabled) return rm(file, { force: true });
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, autoStartEntry(command));
    },
  };
}

/** For macOS and Windows. Rejects where the system did not take the change. */
export function createLoginItem(app: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>): AutoStart {
  const args = ['--hidden'];
  return {
    async set(enabled) {
      app.setLoginItemSettings({ openAtLogin: enabled, args });
      // Windows finds the entry only by the arguments it was made with.
      if (app.getLoginItemSettings({ args }).openAtLogin !== enabled) throw new Error('The login item was not taken.');
    },
  };
}
