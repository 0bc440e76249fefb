import type { KeyObject } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { Certificate } from './certificates.ts';
import {
  answerAsMicrosoft,
  asMicrosoft,
  MICROSOFT_CLIENT_ID,
  serveGraph,
  tokenAsMicrosoft,
} from './openid-microsoft.ts';
import { claimsOf, subjectOf, type Person } from './openid-people.ts';
import { isJsonObject, readToken, signingKey, signToken, type IdToken, type JsonObject } from './openid-tokens.ts';

export { MICROSOFT_CLIENT_ID };
/** The application as the provider knows it: a native one, without a secret. */
export const CLIENT_ID = 'switchboard-test';
/** The scope that allows mail, for a provider whose accounts send codes. */
export const MAIL_SCOPE = 'mail';

const DAY = 86_400;

/** A certified OpenID Connect provider on this computer, with its own login and consent pages. */
export interface OpenIdProvider {
  /** Where it is, without a slash at the end; its issuer, and the start of every Microsoft authority and of Graph. */
  readonly origin: string;
  /** Who signs in with which login; others are made up from the login, which is then their verified address. */
  readonly people: Map<string, Person>;
  /** Every request so far as method and path, without the query, oldest first. */
  readonly requests: string[];
  /** What it signs id tokens with. */
  readonly key: KeyObject;
  /** How long access tokens are good for, in seconds. */
  accessTokenSeconds: number;
  /** True where id tokens carry name and address; the standard leaves them to the UserInfo endpoint. */
  claimsInIdToken: boolean;
  /** Gives out another id token than the true one. */
  forge: ((token: IdToken) => string) | null;
  /** Changes an answer in JSON before it leaves: discovery, keys, tokens, UserInfo. */
  rewrite: ((path: string, body: JsonObject) => JsonObject) | null;
  /** Takes a request over by answering true: to be slow, to cut the connection, to be out of order. */
  intercept: ((request: IncomingMessage, response: ServerResponse) => boolean) | null;
  close(): Promise<void>;
}

/**
 * Starts a provider on 127.0.0.1. By its discovery document at `origin` it is any provider, for `CLIENT_ID`; by those
 * at `origin/common/v2.0` (`organizations`, `consumers`, a tenant's id) it is Microsoft, for `MICROSOFT_CLIENT_ID`, and
 * `origin` is Graph's as well.
 */
export async function startOpenIdProvider(certificate: Certificate): Promise<OpenIdProvider> {
  const { key, jwk } = await signingKey();
  const server = createServer({ ...certificate });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('No port');
  const state: OpenIdProvider = {
    origin: `https://127.0.0.1:${bound.port}`,
    people: new Map(),
    requests: [],
    key,
    accessTokenSeconds: 3600,
    claimsInIdToken: false,
    forge: null,
    rewrite: null,
    intercept: null,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const provider = await createProvider(state, jwk);
  provider.use<object, Pick<KoaContextWithOIDC, 'oidc'>>((ctx, next) => answer(ctx, next, provider, state));
  const serve = provider.callback();
  server.on('request', (request, response) => {
    state.requests.push(`${request.method} ${new URL(request.url ?? '/', state.origin).pathname}`);
    if (state.intercept?.(request, response) !== true) void serve(request, response);
  });
  return state;
}

async function createProvider(state: OpenIdProvider, jwk: JsonObject): Promise<Provider> {
  const { default: Provider } = await import('oidc-provider');
  const native = {
    application_type: 'native',
    subject_type: 'pairwise',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
  } as const;
  return quietly(
    () =>
      new Provider(state.origin, {
        clients: [
          { ...native, client_id: CLIENT_ID, redirect_uris: ['http://127.0.0.1/signed-in'] },
          { ...native, client_id: MICROSOFT_CLIENT_ID, redirect_uris: ['http://localhost'] },
        ],
        jwks: { keys: [jwk] },
        cookies: { keys: ['only for tests'] },
        pkce: { required: () => true },
        subjectTypes: ['pairwise'],
        pairwiseIdentifier: (_ctx, login) => subjectOf(login),
        scopes: [
          'openid',
          'offline_access',
          MAIL_SCOPE,
          'User.Read',
          'https://graph.microsoft.com/Mail.Send',
          'https://outlook.office.com/SMTP.Send',
        ],
        claims: { profile: ['name', 'preferred_username'], email: ['email', 'email_verified'] },
        rotateRefreshToken: true,
        ttl: {
          AccessToken: () => state.accessTokenSeconds,
          AuthorizationCode: 60,
          Grant: DAY,
          IdToken: 3600,
          Interaction: 3600,
          RefreshToken: DAY,
          Session: DAY,
        },
        features: { devInteractions: { enabled: true } },
        findAccount: (_ctx, login) => ({ accountId: login, claims: () => claimsOf(state.people, login) }),
      }),
  );
}

/** The library says on the console that its pages are for development only; they are what a test wants. */
function quietly<T>(make: () => T): T {
  const { warn, info } = console;
  Object.assign(console, { warn: () => {}, info: () => {} });
  try {
    return make();
  } finally {
    Object.assign(console, { warn, info });
  }
}

async function answer(
  ctx: KoaContextWithOIDC,
  next: () => Promise<void>,
  provider: Provider,
  state: OpenIdProvider,
): Promise<void> {
  if (await serveGraph(ctx, provider, state.people)) return;
  const path = ctx.path;
  const describe = asMicrosoft(ctx, state.origin);
  await next();
  answerAsMicrosoft(ctx);
  const given: unknown = ctx.body;
  if (!isJsonObject(given)) return;
  const body = { ...describe(given) };
  if (typeof body['id_token'] === 'string') body['id_token'] = idToken(body['id_token'], ctx, state);
  ctx.body = state.rewrite?.(path, body) ?? body;
}

function idToken(genuine: string, ctx: KoaContextWithOIDC, state: OpenIdProvider): string {
  const login = ctx.oidc.account?.accountId ?? '';
  let token = readToken(genuine);
  if (ctx.oidc.client?.clientId === MICROSOFT_CLIENT_ID) token = tokenAsMicrosoft(token, login, state.people);
  else if (state.claimsInIdToken) {
    const { sub: _, ...claims } = claimsOf(state.people, login);
    token = { ...token, claims: { ...token.claims, ...claims } };
  } else if (state.forge === null) return genuine;
  return state.forge?.(token) ?? signToken(token, state.key);
}
