/** The scheme our own pages are served under. */
export const APP_SCHEME = 'app';
/** The one host of that scheme. */
const APP_HOST = 'switchboard';

/** No address that we open or serve comes near it; longer ones are not even parsed. */
const LONGEST_ADDRESS = 2048;

function parse(address: unknown): URL | null {
  return typeof address === 'string' && address.length <= LONGEST_ADDRESS ? URL.parse(address) : null;
}

/** The address of one of our own pages, given by its path. */
export function appAddress(path: string): string {
  return `${APP_SCHEME}://${APP_HOST}/${path}`;
}

/** Reads an address of exactly our own origin, else null. Parsed, never compared by its beginning (security: 2.1, 17). */
export function ownAddress(address: unknown): URL | null {
  const url = parse(address);
  // `origin` is "null" for a scheme that Node does not know, so its parts are compared.
  const own = url?.protocol === `${APP_SCHEME}:` && url.host === APP_HOST && url.username === '' && url.password === '';
  return own ? url : null;
}

/** Reads an address that may be handed to the system browser: https, with a host, without credentials; else null. */
export function externalAddress(address: unknown): URL | null {
  const url = parse(address);
  const allowed = url?.protocol === 'https:' && url.hostname !== '' && url.username === '' && url.password === '';
  return allowed ? url : null;
}

/** Says whether a request of our own window stays inside the app; `data:` carries its content itself (security: W11). */
export function isOwnRequest(address: unknown): boolean {
  // A data: address may be long, and is not parsed.
  return ownAddress(address) !== null || (typeof address === 'string' && address.startsWith('data:'));
}
