import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import { objectIdOf, personOf, type Person } from './openid-people.ts';
import { isJsonObject, type IdToken, type JsonObject } from './openid-tokens.ts';

/** The application's id at Microsoft, where ids are UUIDs. */
export const MICROSOFT_CLIENT_ID = '3f2b1c0a-7d5e-4a61-9c8b-2e4d6f8a0b1c';
/** The start of every issuer of Microsoft's, wherever a test reaches it. */
const MICROSOFT = 'https://login.microsoftonline.com';
const CONFIGURATION = '/.well-known/openid-configuration';
const KEYS = '/common/discovery/v2.0/keys';

/** Makes the provider act as Microsoft documents it where it is asked as Microsoft; says what to do after the answer. */
export function asMicrosoft(ctx: KoaContextWithOIDC, origin: string): (body: JsonObject) => JsonObject {
  const [, tenant] = /^\/([^/]+)\/v2\.0\/\.well-known\/openid-configuration$/.exec(ctx.path) ?? [];
  if (tenant !== undefined) {
    ctx.path = CONFIGURATION;
    return (body) => describe(body, tenant, origin);
  }
  if (ctx.path === KEYS) {
    ctx.path = '/jwks';
    // Each key says whom it may sign for; most of Microsoft's for whichever tenant the token names.
    return ({ keys, ...rest }) => ({ ...rest, keys: Array.isArray(keys) ? keys.map(withIssuer) : keys });
  }
  if (ctx.path === '/auth' && ctx.query['client_id'] === MICROSOFT_CLIENT_ID) {
    // Microsoft asks for consent by itself, also for offline access, and knows a prompt to choose an account.
    const choose = ctx.query['prompt'] === 'select_account';
    ctx.query = { ...ctx.query, prompt: choose ? 'login consent' : 'consent' };
  }
  return (body) => body;
}

/** Microsoft's own issuer for each authority: a template where it is not one tenant's. */
function describe(body: JsonObject, tenant: string, origin: string): JsonObject {
  const personal = '9188040d-6c67-4c5b-b112-36a304b66dad';
  const { authorization_response_iss_parameter_supported: _, ...rest } = body;
  const named = tenant === 'consumers' ? personal : tenant;
  const id = tenant === 'common' || tenant === 'organizations' ? '{tenantid}' : named;
  return { ...rest, issuer: `${MICROSOFT}/${id}/v2.0`, jwks_uri: origin + KEYS };
}

function withIssuer(key: unknown): unknown {
  return isJsonObject(key) ? { ...key, issuer: `${MICROSOFT}/{tenantid}/v2.0` } : key;
}

/** An id token as Microsoft's version 2.0 tokens are; no `email`, which an application has to ask for. */
export function tokenAsMicrosoft({ header, claims }: IdToken, login: string, people: ReadonlyMap<string, Person>) {
  const { name, preferredUsername, tenant } = personOf(people, login);
  const { iat } = claims;
  const own = { iss: `${MICROSOFT}/${tenant}/v2.0`, tid: tenant, oid: objectIdOf(login), ver: '2.0', nbf: iat };
  return { header, claims: { ...claims, ...own, name, preferred_username: preferredUsername } };
}

/** Takes the parameter of RFC 9207, which Microsoft does not send, out of its answer. */
export function answerAsMicrosoft(ctx: KoaContextWithOIDC): void {
  const to = URL.parse(ctx.response.get('location'));
  if (to?.hostname !== 'localhost') return;
  to.searchParams.delete('iss');
  ctx.set('location', to.href);
}

/** Answers as Graph does for name and picture, to the bearer of an access token; false where it was not asked. */
export async function serveGraph(
  ctx: KoaContextWithOIDC,
  provider: Provider,
  people: ReadonlyMap<string, Person>,
): Promise<boolean> {
  if (!ctx.path.startsWith('/v1.0/me')) return false;
  const token = await provider.AccessToken.find(ctx.get('authorization').replace('Bearer ', ''));
  const missing = { error: { code: 'ImageNotFound', message: 'The photo was not found.' } };
  if (!token) {
    ctx.status = 401;
    ctx.body = { error: { code: 'InvalidAuthenticationToken', message: 'Access token is empty.' } };
    return true;
  }
  const { name, picture = null } = { picture: undefined, ...personOf(people, token.accountId) };
  if (ctx.path === '/v1.0/me') {
    ctx.body = { displayName: name };
  } else if (picture === null) {
    ctx.status = 404;
    ctx.body = missing;
  } else {
    ctx.type = 'image/jpeg';
    ctx.body = picture;
  }
  return true;
}
