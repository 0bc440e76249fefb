import { parseAddress } from '../external-address.ts';

/** The scheme our own pages are served under. */
export const APP_SCHEME = 'app';
/** The one host of that scheme. */
const APP_HOST = 'switchboard';

/** The address of one of our own pages, given by its path. */
export function appAddress(path: string): string {
  return `${APP_SCHEME}://${APP_HOST}/${path}`;
}

/** Reads an address of exactly our own origin, else null. Parsed, never compared by its beginning (security: 2.1, 17). */
export function ownAddress(address: unknown): URL | null {
  const url = parseAddress(address);
  // `origin` is "null" for a scheme that Node does not know, so its parts are compared.
  const own = url?.protocol === `${APP_SCHEME}:` && url.host === APP_HOST && url.username === '' && url.password === '';
  return own ? url : null;
}

/** Says whether a request of our own window stays inside the app; `data:` carries its content itself (security: W11). */
export function isOwnRequest(address: unknown): boolean {
  // A data: address may be long, and is not parsed.
  return ownAddress(address) !== null || (typeof address === 'string' && address.startsWith('data:'));
}
