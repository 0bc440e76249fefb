import { ENDPOINTS } from '../endpoints.ts';
import type { Provider } from './providers.ts';

/** Microsoft's tenant of all personal accounts (learn.microsoft.com, ID token claims reference, `tid`). */
export const PERSONAL_TENANT = '9188040d-6c67-4c5b-b112-36a304b66dad';

const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** The issuer of the tokens for one of Microsoft's tenants. */
export function issuerOfTenant(tenant: string): string {
  return `${ENDPOINTS.microsoft}/${tenant}/v2.0`;
}

/**
 * Says whether a discovery document's issuer is the one that was asked. Microsoft's shared authorities publish a
 * template, and a tenant that is asked by its domain is published by its id (learn.microsoft.com, Access tokens,
 * "Validate the issuer").
 */
export function isIssuerOf(provider: Provider, issuer: string): boolean {
  if (provider.name === 'openid') return URL.parse(issuer)?.href === provider.issuer.href;
  const asked = provider.tenant.toLowerCase();
  if (asked === 'common' || asked === 'organizations') return issuer === issuerOfTenant('{tenantid}');
  if (asked === 'consumers') return issuer === issuerOfTenant(PERSONAL_TENANT);
  if (ID.test(asked)) return issuer === issuerOfTenant(asked);
  const id = issuer.split('/')[3] ?? '';
  return ID.test(id) && issuer === issuerOfTenant(id);
}
