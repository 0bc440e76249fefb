import { domainToASCII, domainToUnicode } from 'node:url';

const LOCAL_MAX = 64;
const ADDRESS_MAX = 254;
// RFC 5322 dot-atom, and letters of any script (RFC 6531). No quotes, lists, comments or route: one address, never two.
const LOCAL = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const TYPED_DOMAIN = /^[\p{L}\p{M}\p{N}.\u3002-]+$/u;
const ASCII_DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/** Reads one email address without blanks around it; null where it is none. */
export function parseEmail(text: string): { value: string; address: string } | null {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const domain = asciiDomain(text.slice(at + 1));
  if (domain === null || !LOCAL.test(local) || Buffer.byteLength(local) > LOCAL_MAX) return null;
  const address = `${local}@${domain}`;
  const value = `${fold(local)}@${domain}`;
  return Math.max(Buffer.byteLength(address), Buffer.byteLength(value)) > ADDRESS_MAX ? null : { value, address };
}

/** The address in words: its domain in the letters of its own script. */
export function showEmail(address: string): string {
  const at = address.lastIndexOf('@');
  const ascii = address.slice(at + 1);
  if (!ascii.includes('xn--')) return address;
  const unicode = domainToUnicode(ascii);
  // A domain that would not be read back as itself is shown in punycode.
  return `${address.slice(0, at)}@${asciiDomain(unicode) === ascii ? unicode : ascii}`;
}

function asciiDomain(typed: string): string | null {
  if (!TYPED_DOMAIN.test(typed)) return null;
  const ascii = domainToASCII(typed).toLowerCase();
  return ASCII_DOMAIN.test(ascii) ? ascii : null;
}

function fold(local: string): string {
  return local.toLowerCase().normalize('NFC');
}
