/** Of Electron 45. Not what runs here: that is not known yet when Chromium is started with this text. */
const CHROMIUM = '156.0.0.0';

const SYSTEMS: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Macintosh; Intel Mac OS X 10_15_7',
  win32: 'Windows NT 10.0; Win64; x64',
};

/** What Electron tells servers unless the app says otherwise. */
export function electronUserAgent(appName: string, version: string): string {
  const name = appName.replaceAll(/[^\w.-]/g, '');
  return [
    `Mozilla/5.0 (${SYSTEMS[process.platform] ?? 'X11; Linux x86_64'}) AppleWebKit/537.36 (KHTML, like Gecko)`,
    `${name}/${version} Chrome/${CHROMIUM} Electron/${process.versions['electron']} Safari/537.36`,
  ].join(' ');
}
