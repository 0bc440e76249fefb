import { expect, test } from 'vitest';
import { ENDPOINTS } from '../../../main/endpoints.ts';
import { findProvider } from '../../../main/sign-in/providers.ts';
import { saveSetUp } from '../../../main/store/ways.ts';
import type { SetUp } from '../../../shared/domain/way.ts';
import { openTestStore } from '../../support/store.ts';

const BUILT = '11111111-2222-3333-4444-555555555555';
const OWN = '3f2b1c0a-7d5e-4a61-9c8b-2e4d6f8a0b1c';
const NOW = '2026-11-23T20:00:00.000Z';

function partsWith(clientId: string, ...setUps: SetUp[]) {
  const { store } = openTestStore();
  for (const setUp of setUps) store.write((tx) => saveSetUp(tx, setUp, NOW));
  return { store, endpoints: ENDPOINTS, clientId };
}

test('Microsoft is set up by the build, and a set-up of one’s own goes before it', () => {
  expect(findProvider(partsWith(''), 'microsoft')).toBeNull();
  expect(findProvider(partsWith(BUILT), 'microsoft')).toMatchObject({
    clientId: BUILT,
    issuer: new URL('https://login.microsoftonline.com/common/v2.0'),
  });
  const own = { name: 'microsoft', clientId: OWN, tenant: 'example.org' } as const;
  expect(findProvider(partsWith(BUILT, own), 'microsoft')).toMatchObject({
    clientId: OWN,
    issuer: new URL('https://login.microsoftonline.com/example.org/v2.0'),
  });
});

test('a tenant stays one part of the address', () => {
  const own = { name: 'microsoft', clientId: OWN, tenant: '../../x?y#z' } as const;
  const provider = findProvider(partsWith('', own), 'microsoft');
  expect(provider?.issuer.href).toBe('https://login.microsoftonline.com/..%2F..%2Fx%3Fy%23z/v2.0');
});

test('another provider is set up by its issuer, or not at all', () => {
  expect(findProvider(partsWith(BUILT), 'openid')).toBeNull();
  const setUp = { name: 'openid', label: 'Test', clientId: 'us', mailScope: '' } as const;
  expect(findProvider(partsWith('', { ...setUp, issuer: 'no address' }), 'openid')).toBeNull();
  const issuer = 'https://issuer.example/realm';
  expect(findProvider(partsWith('', { ...setUp, issuer }), 'openid')).toMatchObject({ issuer: new URL(issuer) });
});
