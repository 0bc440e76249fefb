import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openChannel, type Channel } from '../../../main/sign-in/channel.ts';
import { discover, type Discovered } from '../../../main/sign-in/discovery.ts';
import { ENDPOINTS } from '../../../main/endpoints.ts';
import { exchange } from '../../../main/sign-in/exchange.ts';
import type { Provider } from '../../../main/sign-in/providers.ts';
import { heldClock } from '../../support/clock.ts';
import { value } from '../../support/core.ts';
import { signingKey, signToken, type IdToken } from '../../support/openid-tokens.ts';

const ISSUER = 'https://issuer.example';
const PROVIDER: Provider = { name: 'openid', clientId: 'us', mailScope: '', issuer: new URL(ISSUER) };
const REDIRECT = 'http://127.0.0.1:4711/signed-in';
const secrets = { state: 'S'.repeat(43), nonce: 'N'.repeat(43), verifier: 'V'.repeat(43) };
const CODE = 'c'.repeat(43);
const GOOD = `${REDIRECT}?code=${CODE}&state=${secrets.state}&iss=${encodeURIComponent(ISSUER)}`;

const DOCUMENTS: Record<string, object> = {
  '/.well-known/openid-configuration': {
    issuer: ISSUER,
    authorization_endpoint: `${ISSUER}/auth`,
    token_endpoint: `${ISSUER}/token`,
    jwks_uri: `${ISSUER}/jwks`,
    id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
    authorization_response_iss_parameter_supported: true,
  },
};

/** A provider in memory; it knows one code, and takes it with the one verifier only. */
async function providerInMemory() {
  const { key, jwk } = await signingKey();
  const now = Math.floor(Date.now() / 1000);
  const who = { sub: 'ada', name: 'Ada', email: 'ada@example.org', email_verified: true };
  const claims = { iss: ISSUER, aud: 'us', nonce: secrets.nonce, iat: now, exp: now + 3600, ...who };
  const genuine: IdToken = { header: { alg: 'RS256', kid: jwk['kid'] }, claims };
  const { d: _d, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, ...open } = jwk;
  const state = { token: signToken(genuine, key) };
  const answer = (path: string, body: URLSearchParams): Response => {
    if (path === '/jwks') return Response.json({ keys: [open] });
    if (path !== '/token') return Response.json(DOCUMENTS[path]);
    const isGood = body.get('code') === CODE && body.get('code_verifier') === secrets.verifier;
    if (!isGood) return Response.json({ error: 'invalid_grant' }, { status: 400 });
    return Response.json({ access_token: 'x', token_type: 'Bearer', id_token: state.token });
  };
  const fetch = (address: URL | string, init?: RequestInit) =>
    Promise.resolve(
      answer(new URL(address).pathname, init?.body instanceof URLSearchParams ? init.body : new URLSearchParams()),
    );
  const channel = openChannel({ fetch, clock: heldClock() }, { limit: 1, signal: new AbortController().signal });
  const discovered = value(await discover({ endpoints: ENDPOINTS }, PROVIDER, channel));
  return { state, channel, discovered };
}

const redeem = ({ channel, discovered }: { channel: Channel; discovered: Discovered }, callback: string) =>
  exchange(PROVIDER, discovered, { callback: new URL(callback), redirectUri: REDIRECT, secrets }, channel);

/** A text with one place changed: a character replaced, left out, put in or doubled, or two parts swapped. */
function mutantOf(text: string, alphabet: string) {
  const place = fc.integer({ min: 0, max: text.length - 1 });
  const character = fc.constantFrom(...alphabet.split(''));
  return fc.oneof(
    fc.tuple(place, character).map(([at, other]) => text.slice(0, at) + other + text.slice(at + 1)),
    fc.tuple(place, character).map(([at, more]) => text.slice(0, at) + more + text.slice(at)),
    place.map((at) => text.slice(0, at) + text.slice(at + 1)),
    place.map((at) => text.slice(0, at)),
    fc.tuple(place, place).map(([one, two]) => text.slice(0, one) + text.slice(two)),
  );
}

/** What a token says and how it is signed, whatever its last characters are: some of their bits mean nothing. */
function meaning(token: string): string {
  const [header, claims, signature = '', ...rest] = token.split('.');
  const bytes = createHash('sha256').update(Buffer.from(signature, 'base64url')).digest('hex');
  return [header, claims, bytes, ...rest].join('.');
}

/** What a callback says in the parameters that count. */
function parameters(callback: string): string {
  const { searchParams } = new URL(callback);
  const names = ['code', 'state', 'iss', 'error', 'response', 'id_token', 'token'];
  return JSON.stringify(names.map((name) => [name, searchParams.getAll(name)]));
}

describe('of 5,000 mutants', () => {
  test('2,500 of a token sign nobody in', async () => {
    const parts = await providerInMemory();
    const genuine = parts.state.token;
    expect((await redeem(parts, GOOD)).ok).toBe(true);
    await fc.assert(
      fc.asyncProperty(mutantOf(genuine, 'Aa0_-.=+/é'), async (token) => {
        fc.pre(meaning(token) !== meaning(genuine));
        parts.state.token = token;
        expect((await redeem(parts, GOOD)).ok).toBe(false);
      }),
      { numRuns: 2500 },
    );
  });

  test('2,500 of a callback sign nobody in', async () => {
    const parts = await providerInMemory();
    const query = GOOD.slice(REDIRECT.length + 1);
    await fc.assert(
      fc.asyncProperty(mutantOf(query, 'Aa0_-.=&%+#é'), async (mutant) => {
        const callback = `${REDIRECT}?${mutant}`;
        fc.pre(parameters(callback) !== parameters(GOOD));
        expect((await redeem(parts, callback)).ok).toBe(false);
      }),
      { numRuns: 2500 },
    );
  });
});
