import type { App } from 'electron/main';
import type { Environment, Notice } from '../../shared/domain/environment.ts';

const PLATFORMS = new Map<NodeJS.Platform, Environment['platform']>([
  ['darwin', 'macos'],
  ['win32', 'windows'],
]);

/** Where the app runs, as the renderer is told. Ask it after Electron is ready: the region is unknown before. */
export function readEnvironment(
  app: Pick<App, 'getVersion' | 'getLocaleCountryCode'>,
  { tray, notices }: { tray: boolean; notices: readonly Notice[] },
): Environment {
  return {
    version: app.getVersion(),
    platform: PLATFORMS.get(process.platform) ?? 'linux',
    // The stand-in under test/support says so in its versions.
    runtime: 'standin' in process.versions ? 'chromium' : 'electron',
    tray,
    // A system without a region (the C locale) gives an empty one.
    region: app.getLocaleCountryCode() || 'US',
    notices: [...notices],
  };
}
