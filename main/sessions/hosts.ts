import { services } from '../../shared/services.ts';

/** Where Microsoft's sign-ins are, also those that pop up. */
const SIGN_IN_HOSTS = new Set([
  'login.microsoftonline.com',
  'login.microsoft.com',
  'login.live.com',
  'login.windows.net',
  'account.live.com',
  'login.microsoftonline.us',
  'login.partner.microsoftonline.cn',
]);

/** Domains that Microsoft's services use beside the hosts of the catalogue. */
const SERVICE_DOMAINS = [
  'cloud.microsoft',
  'office.com',
  'office365.com',
  'sharepoint.com',
  'live.com',
  'microsoft365.com',
  'dynamics.com',
  'powerapps.com',
  'powerautomate.com',
  'powerbi.com',
  'azure.com',
  'visualstudio.com',
];

const catalogueHosts = new Set(
  services.flatMap(({ address }) => Object.values(address).map((text) => new URL(text).hostname)),
);

function isAt(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/** Whether a host is one of Microsoft's sign-ins. */
export function isSignInHost(host: string): boolean {
  return SIGN_IN_HOSTS.has(host) || isDeviceSignInHost(host);
}

/** Whether a host is where Microsoft asks the device itself to sign in, by its key or a certificate. */
export function isDeviceSignInHost(host: string): boolean {
  return (
    host === 'device.login.microsoftonline.com' ||
    /^(?:[a-z0-9-]+\.)*certauth\.login\.microsoftonline\.(?:com|us)$/.test(host)
  );
}

/** Whether an address is of one of Microsoft's services, so that it belongs into the account's session. */
export function isServiceHost(host: string): boolean {
  return catalogueHosts.has(host) || SERVICE_DOMAINS.some((domain) => isAt(host, domain));
}
