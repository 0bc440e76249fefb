import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';

// What stands in a name of any script; `domainToASCII` reads only up to what does not.
const TYPED_HOST = /^[\p{L}\p{M}\p{N}._-]+$/u;
const HOST =
  /^(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*(?=[a-z0-9-]*[a-z])[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const E164 = /^\+[1-9]\d{6,14}$/;
/** The sender's name that text messages may show: 3GPP TS 23.040, section 9.1.2.5, leaves 11 characters. */
const SENDER_NAME = /^(?=.*[a-z])[a-z0-9 ]{1,11}$/i;
const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** Whether a text is the name of a host, or an IP address. */
export function isHost(text: string): boolean {
  return isIP(text) !== 0 || (TYPED_HOST.test(text) && HOST.test(domainToASCII(text).toLowerCase()));
}

/** Whether a text is a UUID, whatever its version: Microsoft Entra's ids are not all of one. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** Whether a text is a tenant of Microsoft Entra: one of its three words, an id, or a domain. */
export function isTenant(text: string): boolean {
  const isDomain = text.includes('.') && isIP(text) === 0 && isHost(text);
  return ['common', 'organizations', 'consumers'].includes(text) || isUuid(text) || isDomain;
}

/** Whether a text is a SID of Twilio: the two letters of its kind, and 32 hexadecimal digits. */
export function isSid(kind: 'AC' | 'SK' | 'MG', text: string): boolean {
  return text.startsWith(kind) && /^[0-9a-f]{32}$/i.test(text.slice(kind.length));
}

/** Whether text messages may come from this: a number in E.164, or a name. */
export function isSender(text: string): boolean {
  return E164.test(text) || SENDER_NAME.test(text);
}

/** Whether a text is an https address without a user in it. */
export function isHttps(text: string): boolean {
  const address = text.startsWith('https://') ? URL.parse(text) : null;
  return address !== null && address.username === '' && address.password === '';
}

/** Whether a text is an issuer: an https address with neither query nor fragment (OpenID Connect Discovery 1.0, section 3). */
export function isIssuer(text: string): boolean {
  return isHttps(text) && !/[?#]/.test(text);
}

/** Whether a text is one certificate in PEM or several, and nothing else: least of all a private key. */
export function isCertificates(text: string): boolean {
  const blocks = text.match(CERTIFICATE) ?? [];
  return blocks.length > 0 && !text.replace(CERTIFICATE, '').includes('-----') && blocks.every(isCertificate);
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).subject !== undefined;
  } catch {
    return false;
  }
}

/**
 * Whether a text is long enough to sign requests with: a key shorter than the hash weakens it (RFC 2104, section 3). One
 * as Standard Webhooks 1.0.0 writes it is base64 of at least 24 bytes.
 */
export function isSigningKey(text: string): boolean {
  if (!text.startsWith('whsec_')) return text.length >= 32;
  return Buffer.from(text.slice('whsec_'.length), 'base64').length >= 24;
}

/** Whether a text is a connection string of Azure Communication Services, as its own library reads it. */
export function isConnectionString(text: string): boolean {
  const [, endpoint, key] = /^endpoint=([^;]+);accesskey=([a-z0-9+/]+={0,2});?$/i.exec(text) ?? [];
  return endpoint !== undefined && key !== undefined && isHttps(endpoint);
}
