import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

const BUS = 'org.freedesktop.DBus';
const WATCHER = 'org.kde.StatusNotifierWatcher';

/** The same question to the session bus in the words of two tools; a desktop has at least one of them. */
const QUESTIONS: readonly (readonly [string, readonly string[]])[] = [
  ['gdbus', ['call', '--session', '--dest', BUS, '--object-path', '/', '--method', `${BUS}.NameHasOwner`, WATCHER]],
  ['dbus-send', ['--session', '--print-reply', `--dest=${BUS}`, '/', `${BUS}.NameHasOwner`, `string:${WATCHER}`]],
];

/**
 * Says whether this desktop shows tray icons. Electron cannot tell on Linux, where GNOME shows none without an
 * extension, and a window closed into a tray that is not there would be lost. No answer within a second means no.
 */
export async function hasTrayHost(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): Promise<boolean> {
  if (platform !== 'linux') return true;
  for (const [tool, args] of QUESTIONS) {
    try {
      const { stdout } = await run(tool, args, { env, timeout: 1000 });
      return /\btrue\b/.test(stdout);
    } catch {
      // The tool is not installed, or there is no session bus: the next one is asked.
    }
  }
  return false;
}
