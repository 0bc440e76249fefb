import { ignoreGone } from '../events.ts';
import type { Browser } from '../browser/browser.ts';

type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0];
type CheckedName = Parameters<NonNullable<CheckHandler>>[1];

/** Electron's name of a permission beside the names that Chromium's DevTools protocol has for it. */
const PERMISSIONS: [CheckedName, string[]][] = [
  ['clipboard-read', ['clipboard-read']],
  ['clipboard-sanitized-write', ['clipboard-write']],
  ['geolocation', ['geolocation']],
  ['idle-detection', ['idle-detection']],
  ['media', ['camera', 'microphone']],
  ['midi', ['midi']],
  ['notifications', ['notifications']],
  ['storage-access', ['storage-access']],
  ['top-level-storage-access', ['top-level-storage-access']],
  ['window-management', ['window-management']],
  ['local-network-access', ['local-network-access']],
  ['sensors', ['accelerometer', 'gyroscope', 'magnetometer', 'ambient-light-sensor']],
  ['background-sync', ['background-sync']],
  ['payment-handler', ['payment-handler']],
  ['persistent-storage', ['durable-storage']],
  ['screen-wake-lock', ['screen-wake-lock']],
  ['fileSystem', ['file-system-write']],
  ['display-capture', ['display-capture']],
];

/**
 * The permission handlers of one session. Chromium asks nobody in between, so each origin's permissions are settled
 * before its first document: without handlers all are granted, as in Electron; with one only those that the check
 * handler allows. A request handler alone denies all.
 */
export class Permissions {
  requestHandler: RequestHandler = null;
  checkHandler: CheckHandler = null;
  private readonly settled = new Set<string>();

  /** The next document of each origin is judged anew. */
  forget(): void {
    this.settled.clear();
  }

  async settle(browser: Browser, browserContextId: string | undefined, origin: string, innerOrigin: string) {
    if (this.settled.has(origin)) return;
    this.settled.add(origin);
    const connection = await browser.start();
    for (const [name, innerNames] of PERMISSIONS) {
      const setting = this.allows(name, origin) ? 'granted' : 'denied';
      for (const inner of innerNames)
        ignoreGone(
          connection.send('Browser.setPermission', {
            permission: { name: inner },
            setting,
            origin: innerOrigin,
            ...(browserContextId === undefined ? {} : { browserContextId }),
          }),
        );
    }
  }

  private allows(name: CheckedName, origin: string): boolean {
    if (!this.checkHandler) return this.requestHandler === null;
    return this.checkHandler(null, name, origin, { isMainFrame: true, requestingUrl: `${origin}/` });
  }
}
