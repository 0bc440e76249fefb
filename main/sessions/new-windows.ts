import type { Clock } from '../ports.ts';
import { isServiceHost, isSignInHost } from './hosts.ts';
import { pageAddress, upgraded } from './navigation.ts';
import type { WindowWish } from './port.ts';

/** What becomes of a page's wish for a window. */
export type WindowDecision =
  /** A sign-in gets a window of its own, in the same session and with its opener. */
  { kind: 'popup' } | { kind: 'tab' | 'browser'; address: URL } | { kind: 'refuse' };

/** So many windows of its own a tab may have open. */
export const MOST_POPUPS = 3;

/** Decides on a page's wish for a window, also by a link or a named target. Nothing is remembered (security: 14, W6). */
export function decideWindow({ address, features, disposition, openPopups }: WindowWish): WindowDecision {
  // MSAL opens an empty window first, while the click still counts, and then goes to the sign-in.
  const isEmpty = address === 'about:blank' || address === '';
  const url = pageAddress(address) ?? upgraded(address);
  const isSignIn = url !== null && isSignInHost(url.hostname);
  const isAsked = features !== '' || disposition === 'new-window';
  if (isEmpty || (isSignIn && isAsked)) return { kind: openPopups < MOST_POPUPS ? 'popup' : 'refuse' };
  if (url === null) return { kind: 'refuse' };
  return decideLink(url);
}

/** Where a link belongs that is to open elsewhere: Microsoft's services into the account's session, all else outside. */
export function decideLink(address: URL): { kind: 'tab' | 'browser'; address: URL } {
  const isOurs = isServiceHost(address.hostname) || isSignInHost(address.hostname);
  return { kind: isOurs ? 'tab' : 'browser', address };
}

/** Lets a few through at once, and then one at a time, so that a storm of windows opens nothing more. */
export interface Limiter {
  take(): boolean;
}

/** How often one more is let through, in ms. */
const EVERY = 2000;

/** So many at once, then one every 2 s. */
export function createLimiter(clock: Pick<Clock, 'monotonic'>, burst: number): Limiter {
  let left = burst;
  let counted = clock.monotonic();
  return {
    take() {
      const gained = Math.floor((clock.monotonic() - counted) / EVERY);
      left = Math.min(burst, left + gained);
      counted = left === burst ? clock.monotonic() : counted + gained * EVERY;
      if (left === 0) return false;
      left -= 1;
      return true;
    },
  };
}
