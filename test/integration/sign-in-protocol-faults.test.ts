import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import type { SignInWish } from '../../main/sign-in/sign-ins.ts';
import type { AppError } from '../../shared/errors.ts';
import { refusal, value } from '../support/core.ts';
import { goTo } from '../support/openid-browser.ts';
import type { OpenIdProvider } from '../support/openid-provider.ts';
import { signToken } from '../support/openid-tokens.ts';
import { AT_MICROSOFT, testSignIns, WISH } from '../support/sign-ins.ts';

const ADA = { login: 'ada@example.org' };
const HOUR = 3600;

type Answer = (response: ServerResponse) => void;
const says =
  (status: number, body: string, type = 'application/json'): Answer =>
  (response) =>
    void response.writeHead(status, { 'content-type': type }).end(body);

/** What may become of a request, and the refusals that may come of it. */
const ANSWERS: [what: string, code: AppError['code'], answer: Answer][] = [
  ['500', 'sign-in-unreachable', says(500, '{}')],
  ['503 with a page', 'sign-in-unreachable', says(503, '<h1>Down</h1>', 'text/html')],
  ['a connection that drops', 'sign-in-unreachable', (response) => void response.destroy()],
  [
    'half an answer',
    'sign-in-unreachable',
    (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 500 });
      response.write('{"issuer":', () => response.destroy());
    },
  ],
  ['2 MB of blanks', 'sign-in-unreachable', says(200, ' '.repeat(2_000_000))],
  ['a page of a proxy', 'sign-in-unreachable', says(200, '<h1>Welcome</h1>', 'text/html')],
  ['404', 'sign-in-unreachable', says(404, '')],
  [
    'a redirect',
    'sign-in-unreachable',
    (response) => void response.writeHead(302, { location: 'https://example.org' }).end(),
  ],
  ['no JSON', 'sign-in-invalid', says(200, '{"issuer":')],
  ['an empty object', 'sign-in-invalid', says(200, '{}')],
  ['an array', 'sign-in-invalid', says(200, '[]')],
  ['null', 'sign-in-invalid', says(200, 'null')],
  ['other types', 'sign-in-invalid', says(200, '{"issuer":1,"keys":{"a":1},"access_token":[],"id_token":7,"sub":{}}')],
];

const REQUESTS: { request: string; wish: SignInWish; path: RegExp }[] = [
  { request: 'discovery', wish: WISH, path: /openid-configuration$/ },
  { request: 'token', wish: WISH, path: /^\/token$/ },
  { request: 'key', wish: WISH, path: /^\/jwks$/ },
  { request: 'UserInfo', wish: WISH, path: /^\/me$/ },
  { request: 'discovery', wish: AT_MICROSOFT, path: /openid-configuration$/ },
  { request: 'token', wish: AT_MICROSOFT, path: /^\/token$/ },
  { request: 'key', wish: AT_MICROSOFT, path: /discovery\/v2\.0\/keys$/ },
];

test.each(REQUESTS)(
  'whatever the $request request of $wish.provider brings ends in one refusal, and another try may do better',
  async ({ request, wish, path }) => {
    const { provider, parts, signIn, signIns } = await testSignIns();
    const outcomes = [];
    for (const [what, , answer] of ANSWERS) {
      provider.intercept = answering(path, answer);
      const outcome = request === 'discovery' ? signIns.run(wish) : signIn(ADA, wish);
      outcomes.push([what, refusal(await outcome).code]);
    }
    expect(outcomes).toEqual(ANSWERS.map(([what, code]) => [what, code]));
    provider.intercept = null;
    expect((await signIn(ADA, wish)).ok).toBe(true);
    expect(parts.log.faults).toEqual([]);
  },
);

function answering(url: RegExp, answer: Answer) {
  return (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', 'https://provider');
    if (!url.test(pathname)) return false;
    answer(response);
    return true;
  };
}

test('a provider that says nothing is waited for 15 s, before the browser opens and after it is back', async () => {
  const { provider, parts, signIns, openAndWalk } = await testSignIns();
  const asked = silentAt(provider, /openid-configuration$/);
  const first = signIns.run(WISH);
  await asked;
  parts.clock.advance(15_000);
  expect(refusal(await first).code).toBe('sign-in-unreachable');
  expect(parts.browser.opened).toEqual([]);

  provider.intercept = null;
  const { callback, outcome } = await openAndWalk(ADA);
  const askedAgain = silentAt(provider, /^\/token$/);
  const page = goTo(callback);
  await askedAgain;
  parts.clock.advance(15_000);
  expect(refusal(await outcome).code).toBe('sign-in-unreachable');
  expect((await page).body).toContain('The sign-in did not work');
});

/** Leaves a request without an answer; resolves once it is there. */
function silentAt(provider: OpenIdProvider, url: RegExp): Promise<void> {
  const asked = Promise.withResolvers<void>();
  provider.intercept = answering(url, () => asked.resolve());
  return asked.promise;
}

test('a provider that is not there is out of reach', async () => {
  const { provider, signIns } = await testSignIns();
  await provider.close();
  expect(refusal(await signIns.run(WISH)).code).toBe('sign-in-unreachable');
});

test.each([
  ['another issuer', { issuer: 'https://issuer.example' }],
  ['another issuer that begins the same', { issuer: 'https://127.0.0.1' }],
])('a provider that describes itself as %s is refused', async (_, change) => {
  const { provider, signIns } = await testSignIns();
  provider.rewrite = (path, body) => (path.endsWith('openid-configuration') ? { ...body, ...change } : body);
  for (const wish of [WISH, AT_MICROSOFT]) {
    expect(refusal(await signIns.run(wish))).toEqual({ code: 'sign-in-invalid', reason: 'issuer' });
  }
});

test.each(['http://127.0.0.1:1/auth', 'file:///etc/passwd', 'javascript:alert(1)', undefined])(
  'a provider whose page is at %s is refused, and no browser opens',
  async (page) => {
    const { provider, parts, signIns } = await testSignIns();
    provider.rewrite = (_path, body) => ({ ...body, authorization_endpoint: page });
    expect(refusal(await signIns.run(WISH)).code).toBe('sign-in-invalid');
    expect(parts.browser.opened).toEqual([]);
  },
);

test.each(['http://127.0.0.1:1/token', undefined])('a token endpoint at %s gets no code', async (token_endpoint) => {
  const { provider, signIn } = await testSignIns();
  provider.rewrite = (path, body) => (path.endsWith('openid-configuration') ? { ...body, token_endpoint } : body);
  expect(refusal(await signIn(ADA)).code).toBe('sign-in-invalid');
});

test.each([
  ['userinfo_endpoint', 'http://127.0.0.1:1/me'],
  ['userinfo_endpoint', 'file:///etc/passwd'],
  ['jwks_uri', 'http://127.0.0.1:1/jwks'],
  ['jwks_uri', 'file:///etc/passwd'],
])('a provider whose %s is at %s is refused, and nobody is asked there', async (endpoint, address) => {
  const { provider, parts, signIn } = await testSignIns();
  const asked: string[] = [];
  parts.fetch = (called, init) => {
    asked.push(new Request(called).url);
    return fetch(called, init);
  };
  provider.rewrite = (path, body) => (path.endsWith('openid-configuration') ? { ...body, [endpoint]: address } : body);
  expect(refusal(await signIn(ADA)).code).toBe('sign-in-invalid');
  expect(asked).toHaveLength(endpoint === 'jwks_uri' ? 2 : 3);
  expect(asked.filter((called) => !called.startsWith(provider.origin))).toEqual([]);
});

test.each([-HOUR - 120, HOUR])(
  'a clock that is wrong by %s seconds is told apart from a forged token',
  async (wrong) => {
    const { provider, signIn } = await testSignIns();
    const moved = (time: unknown) => Number(time) + wrong;
    provider.forge = ({ header, claims }) => {
      const { iat, exp, nbf } = { nbf: claims['iat'], iat: claims['iat'], exp: claims['exp'] };
      return signToken(
        { header, claims: { ...claims, iat: moved(iat), nbf: moved(nbf), exp: moved(exp) } },
        provider.key,
      );
    };
    for (const wish of [WISH, AT_MICROSOFT]) {
      expect(refusal(await signIn(ADA, wish))).toEqual({ code: 'sign-in-invalid', reason: 'clock' });
    }
  },
);

test('whoever goes back at the provider’s page has refused', async () => {
  const { signIn, openAndWalk } = await testSignIns();
  expect(refusal(await signIn({ ...ADA, cancel: true }))).toEqual({ code: 'sign-in-denied', reason: 'denied' });
  const { callback, outcome } = await openAndWalk({ ...ADA, cancel: true }, AT_MICROSOFT);
  callback.searchParams.set('error', 'invalid_client');
  callback.searchParams.set('error_description', 'AADSTS90094: An administrator has to allow it.');
  await goTo(callback);
  expect(refusal(await outcome)).toEqual({ code: 'sign-in-denied', reason: 'admin-needed' });
});

test.each([
  ['with another issuer', (back: URL) => back.searchParams.set('iss', 'https://issuer.example')],
  ['without the issuer that this provider names', (back: URL) => back.searchParams.delete('iss')],
  ['with two issuers', (back: URL) => back.searchParams.append('iss', 'https://issuer.example')],
  ['without a code', (back: URL) => back.searchParams.delete('code')],
  ['with two codes', (back: URL) => back.searchParams.append('code', 'x')],
  ['with tokens in the place of a code', (back: URL) => back.searchParams.append('id_token', 'x')],
])('an answer %s is refused, and no token is asked for', async (_, change) => {
  const { provider, openAndWalk } = await testSignIns();
  const { callback, outcome } = await openAndWalk(ADA);
  change(callback);
  expect((await goTo(callback)).body).toContain('The sign-in did not work');
  expect(refusal(await outcome)).toEqual({ code: 'sign-in-invalid', reason: 'token' });
  expect(provider.requests).not.toContain('POST /token');
});

test('a code that the provider does not know brings its refusal', async () => {
  const { openAndWalk } = await testSignIns();
  const { callback, outcome } = await openAndWalk(ADA);
  callback.searchParams.set('code', 'x'.repeat(43));
  await goTo(callback);
  expect(refusal(await outcome)).toEqual({ code: 'sign-in-denied', reason: 'other' });
});

test.each<[string, Answer]>([
  ['500', says(500, '')],
  ['a picture of another kind', says(200, '<svg/>', 'image/svg+xml')],
  ['300 KB', says(200, 'x'.repeat(300_000), 'image/jpeg')],
  ['a connection that drops', (response) => void response.destroy()],
])('Graph answering with %s costs a name or a picture, and nothing else', async (_, answer) => {
  const { provider, signIn } = await testSignIns();
  provider.people.set(ADA.login, { name: 'Ada', picture: Buffer.from('a picture') });
  provider.intercept = answering(/^\/v1\.0\//, answer);
  const { readProfile } = value(await signIn(ADA, AT_MICROSOFT));
  expect(await readProfile()).toEqual({ name: 'Ada', picture: null });
});
