import { expect, test } from 'vitest';
import { isIssuerOf, PERSONAL_TENANT } from '../../../main/sign-in/issuer.ts';
import type { Provider } from '../../../main/sign-in/providers.ts';

const TENANT = '1b1c3d4e-0f0a-4b0c-8d0e-0f0a1b2c3d4e';
const of = (tenant: string) => `https://login.microsoftonline.com/${tenant}/v2.0`;

function microsoft(tenant: string): Provider {
  return { name: 'microsoft', clientId: 'x', tenant, issuer: new URL(of(tenant)) };
}

test.each([
  ['common', of('{tenantid}'), true],
  ['organizations', of('{tenantid}'), true],
  ['common', of(TENANT), false],
  ['common', of('common'), false],
  ['common', 'https://login.microsoftonline.com.example.org/{tenantid}/v2.0', false],
  ['consumers', of(PERSONAL_TENANT), true],
  ['consumers', of('{tenantid}'), false],
  [TENANT, of(TENANT), true],
  [TENANT.toUpperCase(), of(TENANT), true],
  [TENANT, of(PERSONAL_TENANT), false],
  [TENANT, of('{tenantid}'), false],
  ['example.org', of(TENANT), true],
  ['example.org', of('{tenantid}'), false],
  ['example.org', of('example.org'), false],
  ['example.org', `https://issuer.example/${TENANT}/v2.0`, false],
  ['example.org', `${of(TENANT)}/`, false],
])('Microsoft asked for %s may describe itself as %s: %s', (tenant, issuer, is) => {
  expect(isIssuerOf(microsoft(tenant), issuer)).toBe(is);
});

test.each([
  ['https://issuer.example', true],
  ['https://issuer.example/', true],
  ['https://issuer.example/other', false],
  ['http://issuer.example', false],
  ['https://issuer.example.org', false],
  ['no address', false],
])('a provider set up as https://issuer.example may describe itself as %s: %s', (issuer, is) => {
  const provider = { name: 'openid', clientId: 'x', mailScope: '', issuer: new URL('https://issuer.example') } as const;
  expect(isIssuerOf(provider, issuer)).toBe(is);
});
