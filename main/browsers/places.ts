import { posix, win32 } from 'node:path';
import type { BrowserName } from '../../shared/domain/browser.ts';
import type { Environment } from '../../shared/domain/environment.ts';
import type { Programs } from '../ports.ts';

/** Where a browser may lie, and where it may keep profiles if it cannot write to our folder. */
export interface Place {
  program: string;
  /** A folder that a confined browser can write to; null where it can write to ours. */
  ownFolder: string | null;
}

/** The system that browsers are looked for on. */
export interface System extends Pick<Programs, 'home' | 'variable'> {
  platform: Environment['platform'];
}

/** What a browser is called on each system. */
interface Known {
  linux: readonly string[];
  snap: string | null;
  flatpak: string;
  macos: string;
  /** Below the folders where Windows keeps programs. */
  windows: readonly string[];
}

const KNOWN: Readonly<Record<BrowserName, Known>> = {
  edge: {
    linux: ['microsoft-edge', 'microsoft-edge-stable'],
    snap: null,
    flatpak: 'com.microsoft.Edge',
    macos: 'Microsoft Edge',
    windows: ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  },
  chrome: {
    linux: ['google-chrome', 'google-chrome-stable'],
    snap: null,
    flatpak: 'com.google.Chrome',
    macos: 'Google Chrome',
    windows: ['Google', 'Chrome', 'Application', 'chrome.exe'],
  },
  chromium: {
    linux: ['chromium', 'chromium-browser'],
    snap: 'chromium',
    flatpak: 'org.chromium.Chromium',
    macos: 'Chromium',
    windows: ['Chromium', 'Application', 'chrome.exe'],
  },
  firefox: {
    linux: ['firefox', 'firefox-esr'],
    snap: 'firefox',
    flatpak: 'org.mozilla.firefox',
    macos: 'Firefox',
    windows: ['Mozilla Firefox', 'firefox.exe'],
  },
};

/** The usual places of a browser, best first. */
export function placesOf(name: BrowserName, system: System): Place[] {
  const known = KNOWN[name];
  if (system.platform === 'linux') return linuxPlaces(known, system);
  const programs = system.platform === 'macos' ? macosPrograms(known, system) : windowsPrograms(known, system);
  return programs.map((program) => ({ program, ownFolder: null }));
}

/** Every folder outside of ours where profiles of a browser may lie. */
export function ownFoldersOf(name: BrowserName, system: System): string[] {
  return [...new Set(placesOf(name, system).flatMap(({ ownFolder }) => ownFolder ?? []))];
}

function linuxPlaces({ linux, snap, flatpak }: Known, { home, variable }: System): Place[] {
  const { join, isAbsolute } = posix;
  // Before the others: where a snap is there, Ubuntu's program of that name only starts it.
  const snaps =
    snap === null
      ? []
      : [{ program: join('/snap/bin', snap), ownFolder: join(home, 'snap', snap, 'common', 'switchboard') }];
  const folders = (variable('PATH') ?? '').split(':').filter((folder) => isAbsolute(folder) && folder !== '/snap/bin');
  const plain = linux.flatMap((name) => folders.map((folder) => ({ program: join(folder, name), ownFolder: null })));
  const flatpaks = [join(home, '.local/share'), '/var/lib'].map((folder) => ({
    program: join(folder, 'flatpak/exports/bin', flatpak),
    ownFolder: join(home, '.var/app', flatpak, 'switchboard'),
  }));
  return [...snaps, ...plain, ...flatpaks];
}

function macosPrograms({ macos }: Known, { home }: System): string[] {
  return ['/Applications', posix.join(home, 'Applications')].map((folder) =>
    posix.join(folder, `${macos}.app/Contents/MacOS`, macos === 'Firefox' ? 'firefox' : macos),
  );
}

function windowsPrograms({ windows }: Known, { variable }: System): string[] {
  const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].map(variable);
  return folders.flatMap((folder) => (folder === undefined ? [] : win32.join(folder, ...windows)));
}
