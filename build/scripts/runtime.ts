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
    // Nothing that is there has to go: a machine may have a mail server of its own.
    const options = ['-y', '-qq', '--no-install-recommends', '--no-remove'];
    const { status, output } = await run('apt-get', ['install', ...options, ...packages], { quiet: true, env });
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

/** Makes sure of the browsers in which the tests open accounts' profiles. */
export async function ensureBrowsers(): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const needed: string[] = [];
  if (!(await isInstalled('chromium'))) needed.push('chromium');
  if (!(await isInstalled('firefox-esr'))) needed.push('firefox-esr');
  return needed.length === 0 || installDebian(needed, 'Chromium and Firefox, in which the tests open profiles');
}

/** What the tests' own Postfix is made of: the server, its logins, and the mechanisms to log in by. */
const MAIL_SERVER = ['postfix', 'sasl2-bin', 'libsasl2-modules'];

/** Makes sure of Postfix for the tests, which start instances of their own and leave the system's alone. */
export async function ensureMailServer(): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const query = ['-W', '-f', '${Package} ${db:Status-Status}\n', ...MAIL_SERVER];
  const { output } = await run('dpkg-query', query, { quiet: true });
  const missing = MAIL_SERVER.filter((name) => !output.includes(`${name} installed\n`));
  if (missing.length === 0) return true;
  // Without an answer Debian would set a server up for this machine, and start it.
  if (missing.includes('postfix')) await answerDebian('postfix postfix/main_mailer_type select No configuration');
  return installDebian(missing, 'Postfix, the mail server of the tests');
}

/** Answers a question of a package before it is asked. */
async function answerDebian(answer: string): Promise<void> {
  await run('sh', ['-c', 'echo "$0" | debconf-set-selections', answer], { quiet: true });
}
