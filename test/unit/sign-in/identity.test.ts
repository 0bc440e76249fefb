import { expect, test } from 'vitest';
import { identityOf } from '../../../main/sign-in/identity.ts';
import { PERSONAL_TENANT } from '../../../main/sign-in/issuer.ts';
import type { Provider } from '../../../main/sign-in/providers.ts';

const ISSUER = 'https://issuer.example';
const OPENID: Provider = { name: 'openid', clientId: 'us', mailScope: '', issuer: new URL(ISSUER) };
const of = (tenant: string) => `https://login.microsoftonline.com/${tenant}/v2.0`;
const microsoft = (tenant: string): Provider => ({
  name: 'microsoft',
  clientId: 'us',
  tenant,
  issuer: new URL(of(tenant)),
});

const email = 'ada@example.org';
const other = 'grace@example.org';

test.each([
  [{ email, email_verified: true, preferred_username: other }, email],
  [{ email, email_verified: false, preferred_username: other }, other],
  [{ email, email_verified: 'true', preferred_username: other }, other],
  [{ email, preferred_username: 'ada' }, email],
  [{ preferred_username: 'ada' }, null],
  [{ preferred_username: `${email} x` }, null],
  [{ email: 7, preferred_username: ['x'] }, null],
  [{ email: `${'x'.repeat(320)}@example.org`, email_verified: true }, null],
  [{ email: `gra\u202Ece@example.org`, email_verified: true }, null],
  [{ email: `${email}\u0000`, email_verified: true, preferred_username: other }, other],
  [{}, null],
])('of %j a person is known as %s', (claims, username) => {
  expect(identityOf(OPENID, { iss: ISSUER, sub: 'ada', ...claims })).toMatchObject({ username });
});

test.each([
  ['Ada \u202Eecalevol\u202C', 'Ada  ecalevol'],
  ['\u2067Ada\u2069\r\n\u0000Signed in', 'Ada Signed in'],
  ['<b>Ada</b> & Söhne', '<b>Ada</b> & Söhne'],
  ['می\u200Cخواهم 👩\u200D🚀', 'می\u200Cخواهم 👩\u200D🚀'],
  ['x'.repeat(321), ''],
])('a name neither turns around nor leaves its line: %j', (name, shown) => {
  expect(identityOf(OPENID, { iss: ISSUER, sub: 'ada', name })).toMatchObject({ name: shown });
});

test('a personal account of Microsoft has an object id without a version', () => {
  const oid = '00000000-0000-0000-ABCD-1234567890ab';
  const claims = { iss: of(PERSONAL_TENANT), sub: 'ada', tid: PERSONAL_TENANT, oid };
  expect(identityOf(microsoft('common'), claims)).toMatchObject({ kind: 'personal', objectId: oid.toLowerCase() });
});

test('an email claim of Microsoft is not looked at, for whoever runs a tenant may write there what they like', () => {
  const tid = '1b1c3d4e-0f0a-4b0c-8d0e-0f0a1b2c3d4e';
  const claims = { iss: of(tid), sub: 'mallory', tid, oid: tid, email, email_verified: true };
  expect(identityOf(microsoft('common'), claims)).toMatchObject({ subject: 'mallory', kind: 'work', username: null });
});

test('where only organisations may sign in, personal accounts may not', () => {
  const claims = { iss: of(PERSONAL_TENANT), sub: 'ada', tid: PERSONAL_TENANT, oid: PERSONAL_TENANT };
  expect(identityOf(microsoft('common'), claims)).not.toBeNull();
  expect(identityOf(microsoft('organizations'), claims)).toBeNull();
});

test.each([undefined, null, 'claims', {}, { iss: ISSUER }, { sub: 'ada' }, { iss: ISSUER, sub: 7 }])(
  'nobody is read from %j',
  (claims) => {
    expect([identityOf(OPENID, claims), identityOf(microsoft('common'), claims)]).toEqual([null, null]);
  },
);
