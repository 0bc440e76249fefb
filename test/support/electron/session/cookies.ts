import { EventEmitter } from 'node:events';
import type { CdpSession, Protocol } from '../browser/cdp.ts';
import { completeClass } from '../refuse.ts';

const SAME_SITE: Record<string, Electron.Cookie['sameSite']> = { None: 'no_restriction', Lax: 'lax', Strict: 'strict' };
const TO_SAME_SITE: Partial<Record<string, Protocol.Network.CookieSameSite>> = {
  no_restriction: 'None',
  lax: 'Lax',
  strict: 'Strict',
};

function toCookie(cookie: Protocol.Network.Cookie): Electron.Cookie {
  const { name, value, domain, path, secure, httpOnly, session, expires, sameSite = '' } = cookie;
  const until = session ? {} : { expirationDate: expires };
  const hostOnly = !domain.startsWith('.');
  const site = SAME_SITE[sameSite] ?? 'unspecified';
  return { name, value, domain, path, secure, httpOnly, session, hostOnly, sameSite: site, ...until };
}

/** `session.cookies`, through a page of the session. */
export class Cookies extends EventEmitter implements Pick<Electron.Cookies, 'flushStore' | 'get' | 'remove' | 'set'> {
  private readonly withPage: <T>(use: (cdp: CdpSession) => Promise<T>) => Promise<T>;

  constructor(withPage: Cookies['withPage']) {
    super();
    this.withPage = withPage;
  }

  async get(filter: Electron.CookiesGetFilter): Promise<Electron.Cookie[]> {
    const { url } = filter;
    const { cookies } = await this.withPage((cdp) =>
      url === undefined ? cdp.send('Network.getAllCookies') : cdp.send('Network.getCookies', { urls: [url] }),
    );
    return cookies
      .map(toCookie)
      .filter(
        (cookie) =>
          (filter.name === undefined || cookie.name === filter.name) &&
          (filter.path === undefined || cookie.path === filter.path) &&
          (filter.session === undefined || cookie.session === filter.session) &&
          (filter.secure === undefined || cookie.secure === filter.secure) &&
          (filter.domain === undefined || `.${cookie.domain ?? ''}`.endsWith(`.${filter.domain}`)),
      );
  }
  async set({
    url,
    name = '',
    value = '',
    expirationDate,
    sameSite,
    ...rest
  }: Electron.CookiesSetDetails): Promise<void> {
    const site = TO_SAME_SITE[sameSite ?? ''];
    const { success } = await this.withPage((cdp) =>
      cdp.send('Network.setCookie', {
        url,
        name,
        value,
        ...rest,
        ...(expirationDate === undefined ? {} : { expires: expirationDate }),
        ...(site === undefined ? {} : { sameSite: site }),
      }),
    );
    if (!success) throw new Error('Failed to set cookie');
  }
  async remove(url: string, name: string): Promise<void> {
    await this.withPage((cdp) => cdp.send('Network.deleteCookies', { url, name }));
  }
  /** Chromium writes them when it ends, and every 30 s. */
  async flushStore(): Promise<void> {}
}
completeClass(Cookies);
