import type { Navigation } from '../../shared/domain/environment.ts';
import { TEXT_MAX } from '../command-line/arguments.ts';
import { externalAddress } from '../external-address.ts';

/** The scheme of links that show something in Switchboard. */
export const LINK_SCHEME = 'switchboard';

/** No link that we would give out comes near it; longer ones are not even read. */
const LONGEST_LINK = 2048;

/** All that a link may say; a parameter where there is one, written once, and nothing after it. */
const LINK = /^switchboard:\/\/([a-z-]+)\/?(?:\?([a-z]+)=([^&#]*))?$/;

/**
 * Reads a `switchboard://` link; null where it is none. Anybody can write one, so it only ever names a place and what
 * to fill in there, and nothing happens by it (security: W10, T12).
 */
export function parseDeepLink(link: unknown): Navigation | null {
  if (typeof link !== 'string' || link.length > LONGEST_LINK) return null;
  const [, place, parameter, raw] = LINK.exec(link) ?? [];
  const text = raw === undefined ? null : decode(raw);
  if (raw !== undefined && text === null) return null;
  switch (place) {
    case 'dashboard':
    case 'your-info':
    case 'settings':
      return parameter === undefined ? { page: place } : null;
    case 'accounts':
      return withText('switcher', parameter, text);
    case 'link':
      return withText('add', parameter, text);
    case 'open':
      return parameter === 'url' ? openLink(text) : null;
    default:
      return null;
  }
}

function withText(page: 'switcher' | 'add', parameter: string | undefined, text: string | null): Navigation | null {
  if (parameter === undefined) return { page };
  return parameter === 'identifier' && text !== null && text.length <= TEXT_MAX ? { page, text } : null;
}

/** Only what could be handed to the system browser as well. */
function openLink(text: string | null): Navigation | null {
  const address = externalAddress(text);
  return address && address.href.length <= LONGEST_LINK ? { page: 'open-link', address: address.href } : null;
}

/** A plus stays a plus, as in phone numbers. Controls and marks that are not seen could make a text look like another. */
function decode(raw: string): string | null {
  try {
    const text = decodeURIComponent(raw);
    return /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u{fffd}]/u.test(text) ? null : text;
  } catch {
    return null;
  }
}
