import { describe, expect, test } from 'vitest';
import { ownFoldersOf, placesOf, type System } from '../../../main/browsers/places.ts';
import type { BrowserName } from '../../../shared/domain/browser.ts';

const system = (platform: System['platform'], home: string, variables: Record<string, string> = {}): System => ({
  platform,
  home,
  variable: (name) => variables[name],
});
const linux = system('linux', '/home/ada', { PATH: '/usr/local/bin:bin:/snap/bin:/usr/bin' });
const programs = (name: BrowserName, on: System) => placesOf(name, on).map(({ program }) => program);

describe('on Linux', () => {
  test('a snap comes first, then the absolute folders of PATH in their order, then flatpaks', () => {
    expect(programs('firefox', linux)).toEqual([
      '/snap/bin/firefox',
      '/usr/local/bin/firefox',
      '/usr/bin/firefox',
      '/usr/local/bin/firefox-esr',
      '/usr/bin/firefox-esr',
      '/home/ada/.local/share/flatpak/exports/bin/org.mozilla.firefox',
      '/var/lib/flatpak/exports/bin/org.mozilla.firefox',
    ]);
    expect(programs('edge', linux)[0]).toBe('/usr/local/bin/microsoft-edge');
  });

  test('a confined browser keeps its profiles where it can write', () => {
    expect(ownFoldersOf('chromium', linux)).toEqual([
      '/home/ada/snap/chromium/common/switchboard',
      '/home/ada/.var/app/org.chromium.Chromium/switchboard',
    ]);
    expect(placesOf('chromium', linux).find(({ program }) => program === '/usr/bin/chromium')?.ownFolder).toBeNull();
  });

  test('without PATH nothing is looked for in it', () => {
    expect(programs('chrome', system('linux', '/home/ada')).every((path) => path.includes('flatpak'))).toBe(true);
  });
});

test('on macOS in both folders of applications', () => {
  const mac = system('macos', '/Users/ada');
  expect(programs('edge', mac)).toEqual([
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Users/ada/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ]);
  expect(programs('firefox', mac)[0]).toBe('/Applications/Firefox.app/Contents/MacOS/firefox');
});

test('on Windows in the folders of programs that there are', () => {
  const variables = { ProgramFiles: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\ada\\AppData\\Local' };
  expect(programs('chrome', system('windows', 'C:\\Users\\ada', variables))).toEqual([
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Users\\ada\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
  ]);
  expect(programs('firefox', system('windows', 'C:\\', variables))[0]).toBe(
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  );
});
