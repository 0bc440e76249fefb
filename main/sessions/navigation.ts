/** Where a page wants to go. */
export interface Navigation {
  address: string;
  isMainFrame: boolean;
}

/** Longer addresses are not even parsed (security: W3); Chromium itself cuts off at 2 MB. */
const LONGEST_ADDRESS = 64 * 1024;

/** What may be in a frame of a page besides https: Chromium itself holds these to the origin that made them. */
const FRAME_SCHEMES = new Set(['blob:', 'data:']);
const FRAME_PAGES = new Set(['about:blank', 'about:srcdoc']);

/** An address that a view may show: https, with a host. Else null. */
export function pageAddress(address: unknown): URL | null {
  if (typeof address !== 'string' || address.length > LONGEST_ADDRESS) return null;
  const url = URL.parse(address);
  return url?.protocol === 'https:' && url.hostname !== '' ? url : null;
}

/** The https address to go to instead of an http one; null for every other address. */
export function upgraded(address: unknown): URL | null {
  if (typeof address !== 'string' || address.length > LONGEST_ADDRESS) return null;
  const url = URL.parse(address);
  // Another port answers no https by chance.
  if (url?.protocol !== 'http:' || url.port !== '') return null;
  return pageAddress(`https${url.href.slice('http'.length)}`);
}

/**
 * Whether a page of an account may go somewhere (security: 2.1, 1 and 13). The page itself to any https address: a
 * sign-in may lead anywhere, and the address is shown. Its frames also to what Chromium holds to their own origin.
 */
export function mayGo({ address, isMainFrame }: Navigation): boolean {
  if (pageAddress(address) !== null) return true;
  if (isMainFrame || typeof address !== 'string') return false;
  if (FRAME_PAGES.has(address.slice(0, 64).replace(/[?#].*$/s, ''))) return true;
  const [scheme = ''] = /^[a-z]+:/i.exec(address.slice(0, 16)) ?? [];
  return FRAME_SCHEMES.has(scheme.toLowerCase());
}

/** Scheme, host and port of an https address; null for any other. */
export function originOf(address: unknown): string | null {
  return pageAddress(address)?.origin ?? null;
}
