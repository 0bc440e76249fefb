import { isDeviceSignInHost, isSignInHost } from './hosts.ts';
import { pageAddress } from './navigation.ts';

/**
 * What Microsoft Entra answers where Conditional Access asks for the device: not registered, not compliant, not joined,
 * an app that is not approved, device authentication failed. (Entra authentication and authorization error codes)
 */
const DEVICE_ERRORS =
  /\bAADSTS(?:50097|53000|53001|53002|53003|530003)\b|[?&#](?:error_)?code=(?:50097|53000|53001|53002|53003|530003)\b/;

/** Whether a page that goes there wants a sign-in bound to the device, which only a real browser has. */
export function wantsDevice(address: string): boolean {
  const url = pageAddress(address);
  if (url === null) return false;
  return isDeviceSignInHost(url.hostname) || (isSignInHost(url.hostname) && DEVICE_ERRORS.test(readable(url)));
}

/** Whether what a sign-in wanted still holds at an address: until the page has left the sign-in. */
export function isStillSigningIn(address: string): boolean {
  const url = pageAddress(address);
  return url !== null && isSignInHost(url.hostname);
}

function readable({ search, hash }: URL): string {
  const text = `${search}${hash}`;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
