import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, isInstalled, run } from './steps.ts';

/** What runs the app here: Electron, or the stand-in on an installed Chromium. */
export interface Runtime {
  name: 'electron' | 'chromium';
  executable: string;
}

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
/** The stand-in for Electron's binary; it takes the same arguments. */
export const STAND_IN = join(ROOT, 'test/support/electron/bin/electron');

/** Electron's binary, where it has been fetched. Asking the package itself would start a download. */
export function electronBinary(): string | null {
  const folder = join(ROOT, 'node_modules/electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

async function hasBrowser(): Promise<boolean> {
  if (process.env['SWITCHBOARD_CHROMIUM']) return true;
  for (const name of BROWSERS) if (await isInstalled(name)) return true;
  return false;
}

/** Installs Debian packages where the machine lets us, else says which to install. Answers whether they are there now. */
async function installDebian(packages: readonly string[], why: string): Promise<boolean> {
  const asRoot = process.getuid?.() === 0;
  if (asRoot && (await isInstalled('apt-get'))) {
    console.log(`Installing ${packages.join(', ')} (${why}) ...`);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { quiet: true, env });
    const { status, output } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      quiet: true,
      env,
    });
    if (status === 0) return true;
    console.error(output);
  }
  console.error(`Please install ${why}. On Debian and Ubuntu: sudo apt-get install ${packages.join(' ')}`);
  return false;
}

/**
 * Finds what can run the app: Electron's binary, fetched if it is missing, or else an installed Chromium.
 * `SWITCHBOARD_RUNTIME=chromium` asks for the latter. Null where there is neither; what to install has then been said.
 */
export async function findRuntime(): Promise<Runtime | null> {
  if (process.env['SWITCHBOARD_RUNTIME'] !== 'chromium') {
    if (!electronBinary()) {
      console.log('Fetching Electron ...');
      await run(process.execPath, [join(ROOT, 'node_modules/electron/install.js')], { quiet: true });
    }
    const executable = electronBinary();
    if (executable) return { name: 'electron', executable };
    console.log("Electron's binary cannot be fetched here: Switchboard runs on an installed Chromium instead.");
  }
  // A bare machine has no fonts either, and Chromium does not insist on any.
  const packages = ['chromium', 'fonts-liberation'];
  const there = (await hasBrowser()) || (await installDebian(packages, 'Chromium, to run Switchboard in'));
  return there ? { name: 'chromium', executable: STAND_IN } : null;
}

/** Makes sure of a virtual display and a message bus for the tests; without them windows are headless and the tray is not seen. */
export async function ensureDisplay(): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const needed: string[] = [];
  if (!(await isInstalled('Xvfb'))) needed.push('xvfb');
  if (!(await isInstalled('dbus-daemon'))) needed.push('dbus');
  return needed.length === 0 || installDebian(needed, 'a virtual display and a message bus for the tests');
}
