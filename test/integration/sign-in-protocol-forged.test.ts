import { createHmac, sign, type KeyObject } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { SignInWish } from '../../main/sign-in/sign-ins.ts';
import { refusal } from '../support/core.ts';
import { goTo } from '../support/openid-browser.ts';
import { objectIdOf, PERSONAL_TENANT } from '../support/openid-people.ts';
import type { OpenIdProvider } from '../support/openid-provider.ts';
import {
  newSigningKey,
  publicPem,
  signToken,
  unsigned,
  type IdToken,
  type JsonObject,
} from '../support/openid-tokens.ts';
import { AT_MICROSOFT, testSignIns, WISH } from '../support/sign-ins.ts';

const ADA = { login: 'ada@example.org' };
const OTHER_TENANT = '1b1c3d4e-0f0a-4b0c-8d0e-0f0a1b2c3d4e';
const HOUR = 3600;

/** The attacker's own key; once under an id of its own, once under the provider's. */
let stranger: { key: KeyObject; jwk: JsonObject };
beforeAll(async () => {
  stranger = await newSigningKey();
});

type Forgery = [what: string, reason: 'token' | 'clock' | 'issuer', forge: (token: IdToken, key: KeyObject) => string];

/** A token with other claims, well signed. */
const claiming =
  (change: (claims: JsonObject) => JsonObject): Forgery[2] =>
  ({ header, claims }, key) =>
    signToken({ header, claims: { ...claims, ...change(claims) } }, key);
/** A token with another header, signed by whom is said. */
const headed =
  (header: JsonObject, by: 'provider' | 'stranger'): Forgery[2] =>
  (token, key) =>
    signToken({ ...token, header: { ...token.header, ...header } }, by === 'provider' ? key : stranger.key);
const seconds = () => Math.floor(Date.now() / 1000);
const hmac = (token: IdToken, secret: string) => {
  const text = unsigned({ ...token, header: { ...token.header, alg: 'HS256' } });
  return text + createHmac('sha256', secret).update(text.slice(0, -1)).digest('base64url');
};
const onSignature =
  (change: (signature: Buffer) => Buffer): Forgery[2] =>
  (token, key) => {
    const [header, claims, signature = ''] = signToken(token, key).split('.');
    return [header, claims, change(Buffer.from(signature, 'base64url')).toString('base64url')].join('.');
  };

const FORGERIES: Forgery[] = [
  ['without a signature, by `none`', 'token', (token) => unsigned({ ...token, header: { alg: 'none' } })],
  ['by `None` in other letters', 'token', (token) => unsigned({ ...token, header: { ...token.header, alg: 'nOnE' } })],
  ['whose signature was left out', 'token', (token) => unsigned(token)],
  ['by HS256 with the public key', 'token', (token, key) => hmac(token, publicPem(key))],
  ['by HS256 with nothing', 'token', (token) => hmac(token, '')],
  ['by HS256 with the client id', 'token', (token) => hmac(token, String(token.claims['aud']))],
  ['by a stranger', 'token', headed({}, 'stranger')],
  ['under an unknown key id', 'token', headed({ kid: 'unknown' }, 'provider')],
  ['by a stranger who names where his keys are', 'token', headed({ jku: 'https://127.0.0.1:1/jwks' }, 'stranger')],
  ['by a stranger who names his certificate', 'token', headed({ x5u: 'https://127.0.0.1:1/x5u' }, 'stranger')],
  [
    'by a stranger who brings his key along',
    'token',
    (token) => signToken({ ...token, header: { ...token.header, jwk: stranger.jwk } }, stranger.key),
  ],
  ['with an extension nobody knows', 'token', headed({ crit: ['b64'], b64: false }, 'provider')],
  ['that says PS256 of an RS256 signature', 'token', headed({ alg: 'PS256' }, 'provider')],
  ['that says ES256', 'token', headed({ alg: 'ES256' }, 'provider')],
  ['with a flipped bit in its signature', 'token', onSignature((bytes) => ((bytes[9] = (bytes[9] ?? 0) ^ 1), bytes))],
  ['with half a signature', 'token', onSignature((bytes) => bytes.subarray(0, 128))],
  ['with zeros for a signature', 'token', onSignature((bytes) => Buffer.alloc(bytes.length))],
  [
    'whose claims were changed afterwards',
    'token',
    (token, key) => {
      const [header, , signature] = signToken(token, key).split('.');
      const [, claims] = unsigned({ ...token, claims: { ...token.claims, sub: 'somebody else' } }).split('.');
      return [header, claims, signature].join('.');
    },
  ],
  [
    'by SHA-1',
    'token',
    (token, key) => {
      const text = unsigned(token);
      return text + sign('RSA-SHA1', Buffer.from(text.slice(0, -1)), key).toString('base64url');
    },
  ],
  ['for another app', 'token', claiming(() => ({ aud: 'another-app' }))],
  ['for several apps, and no word of which asked', 'token', claiming(({ aud }) => ({ aud: [aud, 'another-app'] }))],
  ['for us, but asked by another app', 'token', claiming(() => ({ azp: 'another-app' }))],
  ['for several apps, asked by another', 'token', claiming(({ aud }) => ({ aud: [aud, 'x'], azp: 'x' }))],
  ['for nobody', 'token', claiming(() => ({ aud: undefined }))],
  ['of another issuer', 'issuer', claiming(() => ({ iss: 'https://issuer.example' }))],
  ['of an issuer with a slash more', 'issuer', claiming(({ iss }) => ({ iss: `${String(iss)}/` }))],
  ['of no issuer', 'token', claiming(() => ({ iss: undefined }))],
  ['of another attempt', 'token', claiming(() => ({ nonce: 'A'.repeat(43) }))],
  ['of no attempt', 'token', claiming(() => ({ nonce: undefined }))],
  ['of nobody', 'token', claiming(() => ({ sub: undefined }))],
  ['of an empty subject', 'token', claiming(() => ({ sub: '' }))],
  ['of a subject of 256 characters', 'token', claiming(() => ({ sub: 'x'.repeat(256) }))],
  ['that has expired', 'clock', claiming(() => ({ exp: seconds() - 61 }))],
  ['that never expires', 'token', claiming(() => ({ exp: undefined }))],
  ['that expires by a word', 'token', claiming(() => ({ exp: 'tomorrow' }))],
  ['that is not valid yet', 'clock', claiming(() => ({ nbf: seconds() + 70 }))],
  ['of an hour from now', 'clock', claiming(() => ({ nbf: seconds() + HOUR, iat: seconds() + HOUR }))],
  ['issued at no time', 'token', claiming(() => ({ iat: undefined }))],
  ['that is no JWT', 'token', () => 'not.a.token'],
  ['that is empty', 'token', () => ''],
  ['that is encrypted', 'token', (token, key) => `${signToken(token, key)}.x.y`],
];

/** What Microsoft's tokens have beside: which tenant, and who in it. */
const MICROSOFT_FORGERIES: Forgery[] = [
  ['of this issuer with another tenant', 'issuer', claiming(() => ({ tid: OTHER_TENANT }))],
  ['of another tenant’s issuer with this tenant', 'issuer', claiming(() => ({ iss: issuerOf(OTHER_TENANT) }))],
  ['of the template itself', 'issuer', claiming(() => ({ iss: issuerOf('{tenantid}') }))],
  [
    'of the template, and of it as tenant',
    'token',
    claiming(() => ({ iss: issuerOf('{tenantid}'), tid: '{tenantid}' })),
  ],
  ['of a tenant that is no id', 'token', claiming(() => ({ iss: issuerOf('x'), tid: 'x' }))],
  ['of a tenant that is a path', 'token', claiming(() => ({ iss: issuerOf('a/../b'), tid: 'a/../b' }))],
  ['of no tenant', 'issuer', claiming(() => ({ tid: undefined }))],
  ['without an object id', 'token', claiming(() => ({ oid: undefined }))],
];

/** Signs in where the token endpoint gives out a token of the test's making, and gives what came of it. */
async function takerOf(wish: SignInWish) {
  const { provider, open } = await testSignIns();
  return async (forge: Forgery[2]) => {
    const { page, outcome } = await open(wish);
    const asked = new URL(page).searchParams;
    const token = genuine(provider.origin, asked, wish);
    provider.intercept = ({ url }, response) => {
      if (url !== '/token') return false;
      const body = { access_token: 'x', token_type: 'Bearer', id_token: forge(token, provider.key) };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      return true;
    };
    const back = new URL(asked.get('redirect_uri') ?? '');
    const { state = '' } = Object.fromEntries(asked);
    back.search = new URLSearchParams({ code: 'x', state, ...(wish === WISH && { iss: provider.origin }) }).toString();
    await goTo(back);
    return outcome;
  };
}

/** A token as the provider would sign it. */
function genuine(origin: string, asked: URLSearchParams, { provider }: SignInWish): IdToken {
  const { client_id: aud, nonce } = Object.fromEntries(asked);
  const who = { sub: 'ada', name: 'Ada', preferred_username: ADA.login };
  const claims = { iss: origin, aud, nonce, iat: seconds(), exp: seconds() + HOUR, ...who };
  const own = { iss: issuerOf(PERSONAL_TENANT), tid: PERSONAL_TENANT, oid: objectIdOf(ADA.login) };
  return {
    header: { alg: 'RS256', kid: 'key-of-the-test' },
    claims: provider === 'microsoft' ? { ...claims, ...own } : claims,
  };
}

test.each([
  { wish: WISH, forgeries: FORGERIES },
  { wish: AT_MICROSOFT, forgeries: [...FORGERIES, ...MICROSOFT_FORGERIES] },
])(
  'of $wish.provider the genuine token is taken, and each of $forgeries.length forged ones is refused',
  async (given) => {
    const take = await takerOf(given.wish);
    expect((await take(signToken)).ok).toBe(true);
    const refused = [];
    for (const [what, , forge] of given.forgeries) refused.push([what, refusal(await take(forge))]);
    expect(refused).toEqual(given.forgeries.map(([what, reason]) => [what, { code: 'sign-in-invalid', reason }]));
  },
);

test('a key of Microsoft for one tenant does not sign for another', async () => {
  const { provider, signIn } = await testSignIns();
  provider.rewrite = keysOf(OTHER_TENANT);
  expect(refusal(await signIn(ADA, AT_MICROSOFT))).toEqual({ code: 'sign-in-invalid', reason: 'issuer' });
  provider.rewrite = keysOf(PERSONAL_TENANT);
  expect((await signIn(ADA, AT_MICROSOFT)).ok).toBe(true);
});

test('a genuine token is taken up to a minute after its end and before its beginning', async () => {
  const { provider, signIn } = await testSignIns();
  provider.forge = (token) => claiming(() => ({ exp: seconds() - 40, nbf: seconds() + 40 }))(token, provider.key);
  expect((await signIn(ADA)).ok).toBe(true);
});

test('an address that comes with another person’s UserInfo is not taken', async () => {
  const { provider, signIn } = await testSignIns();
  provider.rewrite = (path, body) => (path === '/me' ? { ...body, sub: 'somebody else' } : body);
  expect(refusal(await signIn(ADA))).toEqual({ code: 'sign-in-invalid', reason: 'token' });
});

function issuerOf(tenant: string): string {
  return `https://login.microsoftonline.com/${tenant}/v2.0`;
}

function keysOf(tenant: string): NonNullable<OpenIdProvider['rewrite']> {
  return (path, body) => {
    if (!path.endsWith('/keys') || !Array.isArray(body['keys'])) return body;
    return { keys: body['keys'].map((key: JsonObject) => ({ ...key, issuer: issuerOf(tenant) })) };
  };
}
