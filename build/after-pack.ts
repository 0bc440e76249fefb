import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';

/** What the app cannot do without. */
const NEEDED = [
  'package.json',
  'out/main/index.js',
  'out/main/licenses.txt',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'out/renderer/licenses.txt',
  'out/renderer/startup-problem.html',
];
const NEEDED_BESIDE = ['icons/app/256x256.png', 'icons/tray/trayTemplate@2x.png', 'icons/tray/tray.ico'];
/** How terminals find Switchboard, where no package of the system links it into their path. */
const COMMANDS: Partial<Record<string, string>> = { darwin: 'bin/switchboard', win32: 'bin/switchboard.cmd' };
/** What must never leave this computer, or is of no use elsewhere. */
const UNWANTED = /(\.map|\.tsx?|(^|\/)\.env[^/]*|\.gyp|\.[ch]pp)$/;

/** Says what is wrong with a packed app's folder of resources; empty where it is as it should be. `platform` is Node's name for its system. */
export function packageFaults(resources: string, platform: string): string[] {
  const packed = listPackage(join(resources, 'app.asar'), { isPack: false }).map((path) =>
    path.replaceAll('\\', '/').replace(/^\//, ''),
  );
  const unpacked = join(resources, 'app.asar.unpacked');
  const native = existsSync(unpacked)
    ? readdirSync(unpacked, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.node'))
    : [];
  const command = COMMANDS[platform];
  const beside = command === undefined ? NEEDED_BESIDE : [...NEEDED_BESIDE, command];
  return [
    ...NEEDED.filter((path) => !packed.includes(path)).map((path) => `${path} is missing`),
    ...beside.filter((path) => !existsSync(join(resources, path))).map((path) => `${path} is missing`),
    ...packed.filter((path) => UNWANTED.test(path)).map((path) => `${path} does not belong in the app`),
    ...(native.length === 1 ? [] : [`one native module was expected, not ${native.length}: ${native.join(', ')}`]),
  ];
}

interface Packed {
  appOutDir: string;
  electronPlatformName: string;
  packager: { appInfo: { productFilename: string } };
}

/** Runs after electron-builder has packed an app, and ends the build where the result is not complete. */
export default async function checkPackage({ appOutDir, electronPlatformName, packager }: Packed): Promise<void> {
  const resources =
    electronPlatformName === 'darwin'
      ? join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
      : join(appOutDir, 'resources');
  const faults = packageFaults(resources, electronPlatformName);
  if (faults.length > 0) throw new Error(`The package is not complete:\n${faults.join('\n')}`);
}
