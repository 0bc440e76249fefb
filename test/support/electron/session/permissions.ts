import type { Browser } from '../browser/browser.ts';
import { debug, messageOf } from '../events.ts';
import type { Activatable } from '../browser/profile-turns.ts';

type Setting = { browser: Browser; page: Activatable; origin: string; innerOrigin: string };
type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0];
type CheckedName = Parameters<NonNullable<CheckHandler>>[1];
type Requester = Parameters<NonNullable<RequestHandler>>;

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
  ['persistent-storage', ['persistent-storage']],
  ['screen-wake-lock', ['screen-wake-lock']],
  ['display-capture', ['display-capture']],
];

/**
 * What a profile of an account is like before anybody decides (its `Preferences`, profile.ts): nothing has to be told
 * then, and telling takes a turn of the profile.
 */
const OPEN: ReadonlySet<CheckedName> = new Set(['clipboard-sanitized-write']);

/**
 * The permission handlers of one session. Chromium asks nobody in between, so each origin's permissions are settled
 * before its first document: without handlers all are granted, as in Electron; with one only those that the check
 * handler allows. What a page asks for is asked again of the request handler, and holds until its next document.
 */
export class Permissions {
  requestHandler: RequestHandler = null;
  checkHandler: CheckHandler = null;
  private readonly settled = new Set<string>();
  /** What Chromium was told, by origin. */
  private readonly told = new Map<string, Map<CheckedName, boolean>>();
  private readonly startsClosed: boolean;

  constructor({ startsClosed }: { startsClosed: boolean }) {
    this.startsClosed = startsClosed;
  }

  /** The next document of each origin is judged anew. */
  forget(): void {
    this.settled.clear();
  }

  async settle(at: Setting): Promise<void> {
    if (this.settled.has(at.origin)) return;
    this.settled.add(at.origin);
    const decided = PERMISSIONS.map(([name]): [CheckedName, boolean] => [name, this.allows(name, at.origin)]);
    await this.set(at, decided).catch((thrown: unknown) => {
      this.settled.delete(at.origin);
      throw thrown;
    });
  }

  /** A page wants to use something: the app decides, and Chromium is told. */
  async request(
    contents: Requester[0],
    permission: Requester[1],
    details: Requester[3],
    at: Setting,
  ): Promise<boolean> {
    const { requestHandler } = this;
    const allowed = await new Promise<boolean>((resolve) => {
      if (requestHandler) requestHandler(contents, permission, resolve, details);
      else resolve(true);
    });
    this.settled.delete(at.origin);
    const known = PERMISSIONS.find(([name]) => name === permission);
    // The page waits for its answer, also when its window has gone meanwhile.
    if (known) await this.set(at, [[known[0], allowed]]).catch((thrown: unknown) => debug(messageOf(thrown)));
    return allowed;
  }

  private async set({ browser, page, innerOrigin }: Setting, decided: [CheckedName, boolean][]): Promise<void> {
    const told = this.told.get(innerOrigin) ?? new Map<CheckedName, boolean>();
    this.told.set(innerOrigin, told);
    const before = (name: CheckedName) => told.get(name) ?? (this.startsClosed ? OPEN.has(name) : undefined);
    const changed = decided.filter(([name, allowed]) => before(name) !== allowed);
    if (changed.length === 0) return;
    const settings = changed.flatMap(([decidedName, allowed]) => {
      const names = PERMISSIONS.find(([known]) => known === decidedName)?.[1] ?? [];
      return names.map((name) => ({
        permission: { name },
        setting: allowed ? ('granted' as const) : ('denied' as const),
      }));
    });
    const { browserContextId } = page;
    const context = browserContextId === undefined ? {} : { browserContextId };
    await browser.inProfile(page, (connection) =>
      Promise.all(
        settings.map((setting) =>
          connection.send('Browser.setPermission', { ...setting, origin: innerOrigin, ...context }),
        ),
      ),
    );
    for (const [name, allowed] of changed) told.set(name, allowed);
  }

  private allows(name: CheckedName, origin: string): boolean {
    if (!this.checkHandler) return this.requestHandler === null;
    return this.checkHandler(null, name, origin, { isMainFrame: true, requestingUrl: `${origin}/` });
  }
}
