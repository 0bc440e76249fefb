import { services, type Service } from '../../../shared/services.ts';

/** Where people sign in, as at Microsoft; the form is on the first. */
export const SIGN_IN_HOST = 'login.microsoftonline.com';
export const PERSONAL_SIGN_IN_HOST = 'login.live.com';
/** Where a sign-in is sent that wants a managed device. */
export const DEVICE_HOST = 'device.login.microsoftonline.com';

/** Hosts of nobody's service, where no one signs in. */
export const FOREIGN_HOSTS = ['attacker.example', 'other.example', 'files.example'] as const;
/** Answers with a certificate of an unknown authority. */
export const BAD_CERTIFICATE_HOST = 'badcert.example';
/** Asks the browser for a client certificate. */
export const CLIENT_CERTIFICATE_HOST = 'client-certificate.example';
/** Refuses every connection. */
export const REFUSED_HOST = 'refused.example';

const placesOf = ({ address }: Service) => Object.values(address).map((text) => new URL(text));

/** Every host of the catalogue. */
export const SERVICE_HOSTS: ReadonlySet<string> = new Set(services.flatMap(placesOf).map(({ host }) => host));

/** What the good certificate is for. */
export const TRUSTED_HOSTS: readonly string[] = [
  ...SERVICE_HOSTS,
  SIGN_IN_HOST,
  PERSONAL_SIGN_IN_HOST,
  DEVICE_HOST,
  ...FOREIGN_HOSTS,
  CLIENT_CERTIFICATE_HOST,
];

/** The service at an address: of several on one host the one whose path fits best; the host's name where none does. */
export function serviceNameAt({ host, pathname }: URL): string {
  let best = { name: host, length: 0 };
  for (const service of services)
    for (const place of placesOf(service))
      if (place.host === host && pathname.startsWith(place.pathname) && place.pathname.length > best.length)
        best = { name: service.name, length: place.pathname.length };
  return best.name;
}

/** Chromium's rules by which `https:` of these hosts leads to ports of this computer, and no other name anywhere. */
export function resolverRules(ports: Readonly<Record<string, number>>): string {
  const rules = Object.entries(ports).map(([host, port]) => `MAP ${host}:443 127.0.0.1:${port}`);
  return [...rules, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost'].join(', ');
}
