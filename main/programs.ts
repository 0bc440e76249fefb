import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, sep } from 'node:path';
import type { Programs } from './ports.ts';

/** What Electron, an AppImage, npm and Switchboard set for themselves, and another program must not take for its own. */
const OURS =
  /^(?:ELECTRON_|SWITCHBOARD_|NODE_|npm_|MAIN_VITE_|APPIMAGE$|APPDIR$|ARGV0$|OWD$|CHROME_DESKTOP$|ORIGINAL_XDG_CURRENT_DESKTOP$)/i;

/** The environment as it was before we were started, as far as that can be told. */
export function environmentOfOthers(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const image = env['APPDIR'];
  // An AppImage puts its own folder before lists such as PATH and LD_LIBRARY_PATH.
  const outside = (value: string) =>
    value
      .split(delimiter)
      .filter((part) => part !== image && !part.startsWith(`${image}${sep}`))
      .join(delimiter);
  const entries = Object.entries(env).flatMap(([name, value]) => {
    if (value === undefined || OURS.test(name)) return [];
    const cleaned = image ? outside(value) : value;
    return cleaned === '' && value !== '' ? [] : [[name, cleaned] as const];
  });
  const others = Object.fromEntries(entries);
  // Electron calls the desktop by another name for itself, and keeps the real one here.
  const desktop = env['ORIGINAL_XDG_CURRENT_DESKTOP'];
  return desktop === undefined ? others : { ...others, XDG_CURRENT_DESKTOP: desktop };
}

/** The programs of the system that we run on. */
export function createPrograms(): Programs {
  return {
    home: homedir(),
    variable: (name) => process.env[name],
    canRun(file) {
      try {
        accessSync(file, constants.X_OK);
        return statSync(file).isFile();
      } catch {
        return false;
      }
    },
    start: (file, args) =>
      new Promise((resolve) => {
        const env = environmentOfOthers(process.env);
        // Detached, so that it outlives us; without our input and output, which it would hold open.
        const child = spawn(file, args, { detached: true, stdio: 'ignore', shell: false, cwd: homedir(), env });
        child.once('error', () => resolve(false));
        child.once('spawn', () => resolve(true));
        child.unref();
      }),
  };
}
