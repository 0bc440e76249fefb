import { accessSync, constants, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { app } from '../app/app.ts';
import { defaultUserAgent } from '../session/user-agent.ts';

/** Without a display, or when SWITCHBOARD_HEADLESS is 1, Chromium shows nothing. */
export const headless =
  process.env['SWITCHBOARD_HEADLESS'] === '1' || (process.platform === 'linux' && !process.env['DISPLAY']);

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
/** Debian's `chromium` is a shell script that takes 60 ms a start and adds switches of its own. */
const BEHIND_SCRIPT: Record<string, string> = { '/usr/bin/chromium': '/usr/lib/chromium/chromium' };

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The Chromium to run on: SWITCHBOARD_CHROMIUM, else the first one found; `undefined` when there is none. */
export function findChromium(): string | undefined {
  const asked = process.env['SWITCHBOARD_CHROMIUM'];
  if (asked !== undefined) return runs(asked) ? asked : undefined;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...USUAL_PLACES];
  const found = candidates.find(runs);
  if (found === undefined) return undefined;
  const binary = BEHIND_SCRIPT[realpathSync(found)];
  return binary !== undefined && runs(binary) ? binary : found;
}

const FEATURES_OFF = [
  'PreloadTopChromeWebUI',
  'Translate',
  'MediaRouter',
  'OptimizationHints',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'PaintHolding',
  'GlobalMediaControls',
  'AutofillServerCommunication',
  'SpareRendererForSitePerProcess', // a page's process would be older than the page
];

/** The app's switches that are Chromium's business, as with Electron's binary. */
const PASSED_ON = [
  'host-resolver-rules',
  'host-rules',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'autoplay-policy',
  'enable-features',
  'force-device-scale-factor',
  'lang',
  'proxy-server',
  'proxy-bypass-list',
  'unsafely-treat-insecure-origin-as-secure',
  'use-fake-device-for-media-stream',
  'use-fake-ui-for-media-stream',
];

function passedOn(): string[] {
  return PASSED_ON.filter((name) => app.commandLine.hasSwitch(name)).map((name) => {
    const value = app.commandLine.getSwitchValue(name);
    return value === '' ? `--${name}` : `--${name}=${value}`;
  });
}

/** The switches that each start of Chromium on one profile folder must share. */
export function chromiumSwitches(userData: string): string[] {
  const root = process.getuid?.() === 0;
  return [
    ...(root || app.commandLine.hasSwitch('no-sandbox') ? ['--no-sandbox'] : []),
    '--test-type', // hides the bar that warns of --no-sandbox
    `--user-data-dir=${userData}`,
    `--user-agent=${defaultUserAgent()}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--password-store=basic',
    '--use-mock-keychain',
    '--disable-sync',
    '--disable-component-update',
    '--disable-background-networking',
    '--disable-default-apps',
    '--disable-extensions',
    '--disable-back-forward-cache',
    '--disable-hang-monitor', // no dialog of Chromium's about pages that hang
    '--disable-popup-blocking', // who may open a window is asked by the app
    '--disable-dev-shm-usage',
    `--disable-features=${[...FEATURES_OFF, app.commandLine.getSwitchValue('disable-features')].filter(Boolean).join(',')}`,
    ...passedOn(),
    ...(headless ? ['--headless', '--hide-scrollbars'] : []),
    ...(!headless && process.platform === 'linux' ? ['--ozone-platform=x11'] : []),
  ];
}
