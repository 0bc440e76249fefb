/** No address that we open or serve comes near it; longer ones are not even parsed. */
const LONGEST_ADDRESS = 2048;

/** Reads an address that is not too long to be one; null where it is none. */
export function parseAddress(address: unknown): URL | null {
  return typeof address === 'string' && address.length <= LONGEST_ADDRESS ? URL.parse(address) : null;
}

/**
 * The gate: reads an address that may leave the app, for any browser: https, with a host, without credentials; else null
 * (security: 2.1, 15; W4).
 */
export function externalAddress(address: unknown): URL | null {
  const url = parseAddress(address);
  const allowed = url?.protocol === 'https:' && url.hostname !== '' && url.username === '' && url.password === '';
  return allowed ? url : null;
}
