import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { electron } from './api.ts';
import { app } from './app/app.ts';
import type * as browserModule from './browser/browser.ts';
import { messageOf } from './events.ts';
import { provideElectron } from './modules.ts';

const require = createRequire(import.meta.url);

/** The version that the app sees in `process.versions.electron`: that of the declarations we are typed against. */
function electronVersion(): string {
  const { version }: { version: string } = require('electron/package.json');
  return version;
}

/** `electron [switches] <folder of the app | main file> [arguments of the app]` */
interface Arguments {
  switches: [string, string][];
  /** Modules to load first, given by `-r`; Playwright uses it. */
  preloads: string[];
  inspect: number | undefined;
  /** `--version` before the app: the runtime's own. */
  version: boolean;
  target: string;
}

function parse(raw: string[]): Arguments {
  const parsed: Arguments = { switches: [], preloads: [], inspect: undefined, version: false, target: '.' };
  let at = 0;
  for (; raw[at]?.startsWith('-'); at++) {
    if (raw[at] === '-r' || raw[at] === '--require') parsed.preloads.push(raw[++at] ?? '');
    if (raw[at] === '--version') parsed.version = true;
    const inspect = /^--inspect(?:=(?:.*:)?(\d+))?$/.exec(raw[at] ?? '');
    if (inspect) parsed.inspect = Number(inspect[1] ?? 9229);
  }
  parsed.target = raw[at] ?? '.';
  for (const argument of raw) {
    const [, name, value = ''] = /^--([^=]+)(?:=(.*))?$/.exec(argument) ?? [];
    if (name !== undefined) parsed.switches.push([name, value]);
  }
  return parsed;
}

/** Makes this process look like Electron's main process. */
function pretend(executable: string, raw: string[]): void {
  // `chrome` is filled in when Chromium has told its version; `standin` tells the app where it is.
  const versions = { ...process.versions, electron: electronVersion(), chrome: '0.0.0.0', standin: '1' };
  Object.defineProperty(process, 'versions', { value: versions, enumerable: true });
  Object.assign(process, { type: 'browser', defaultApp: true, resourcesPath: join(dirname(executable), 'resources') });
  // Whoever starts the app once more starts this program, not Node.
  process.execPath = executable;
  process.argv = [executable, ...raw];
}

/** The app's main file; tells `app` the app's name and version. */
function findMain(target: string): string {
  if (!statSync(target).isDirectory()) {
    app.appPath = dirname(target);
    return target;
  }
  app.appPath = target;
  const manifest: { main?: string; name?: string; productName?: string; version?: string } = JSON.parse(
    readFileSync(join(target, 'package.json'), 'utf8'),
  );
  app.setName(manifest.productName ?? manifest.name ?? app.name);
  app.version = manifest.version ?? app.version;
  return join(target, manifest.main ?? 'index.js');
}

/** Loaded only now, because a start that only hands over what it was asked needs none of it. */
function bringChromiumUp(): void {
  const { startBrowser }: typeof browserModule = require('./browser/browser.ts');
  startBrowser(electron.session.defaultSession.browser);
}

/** Runs an app as Electron's binary would. */
export function start(executable: string, raw: string[]): void {
  const parsed = parse(raw);
  pretend(executable, raw);
  for (const [name, value] of parsed.switches) app.commandLine.appendSwitch(name, value);
  if (parsed.version) {
    console.log(`v${process.versions['electron']}`);
    process.exit(0);
  }
  if (parsed.inspect !== undefined) process.getBuiltinModule('node:inspector').open(parsed.inspect);
  setInterval(() => {}, 2 ** 30); // an app lives until it quits
  provideElectron(electron);
  const userData = app.commandLine.getSwitchValue('user-data-dir');
  if (userData !== '') app.setPath('userData', resolve(userData));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  const target = resolve(parsed.target);
  let main: string;
  try {
    main = findMain(target);
  } catch (thrown) {
    console.error(`Unable to find Electron app at ${target}\n\n${messageOf(thrown)}`);
    process.exit(1);
  }
  for (const preload of parsed.preloads) require(resolve(preload));
  import(pathToFileURL(main).href).then(
    () =>
      // Chromium comes up while the app prepares its first window.
      setImmediate(() => app.becomeReady(bringChromiumUp)),
    (thrown: unknown) => {
      console.error('App threw an error during load\n', thrown);
      process.exit(1);
    },
  );
}
