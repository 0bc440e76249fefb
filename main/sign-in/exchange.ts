import type { TokenEndpointResponse, TokenEndpointResponseHelpers } from 'openid-client';
import { ok, refuse, type Result } from '../../shared/errors.ts';
import type { AttemptSecrets } from './authorization.ts';
import type { Channel } from './channel.ts';
import type { Discovered } from './discovery.ts';
import { failureOf, type ProtocolRefusal } from './failures.ts';
import { identityOf, type Identity } from './identity.ts';
import { isKeyOfIssuer } from './key-issuer.ts';
import type { Provider } from './providers.ts';

/** What an authorization code was exchanged for. */
export interface Exchanged {
  identity: Identity;
  accessToken: string;
  refreshToken: string | null;
}

type TokenResponse = TokenEndpointResponse & TokenEndpointResponseHelpers;

/**
 * Exchanges what the browser brought back for tokens. The library checks state, issuer, nonce, audience, times and
 * signature (security: O5, O6).
 */
export async function exchange(
  provider: Provider,
  discovered: Discovered,
  { callback, redirectUri, secrets }: { callback: URL; redirectUri: string; secrets: AttemptSecrets },
  channel: Channel,
): Promise<Result<Exchanged, ProtocolRefusal>> {
  const { client, config } = discovered;
  config[client.customFetch] = (address, init) => {
    // The library puts a slash where there was no path; Microsoft compares the two addresses as text.
    if (init.body instanceof URLSearchParams && init.body.has('redirect_uri')) {
      init.body.set('redirect_uri', redirectUri);
    }
    return channel.fetch(address, init);
  };
  try {
    const tokens = await client.authorizationCodeGrant(config, callback, {
      pkceCodeVerifier: secrets.verifier,
      expectedState: secrets.state,
      expectedNonce: secrets.nonce,
    });
    const identity = await whoSignedIn(provider, discovered, tokens);
    if (!identity.ok) return identity;
    const { access_token: accessToken, refresh_token: refreshToken = null } = tokens;
    return ok({ identity: identity.value, accessToken, refreshToken });
  } catch (error) {
    return failureOf(error, channel);
  }
}

async function whoSignedIn(
  provider: Provider,
  { client, config }: Discovered,
  tokens: TokenResponse,
): Promise<Result<Identity, 'sign-in-invalid'>> {
  const identity = identityOf(provider, tokens.claims());
  if (identity === null) return refuse('sign-in-invalid', { reason: 'token' });
  const { issuer, subject, tenant, username, name } = identity;
  if (tenant !== null) {
    const isTheirs = isKeyOfIssuer(client.getJwksCache(config)?.jwks, tokens.id_token ?? '', { issuer, tenant });
    return isTheirs ? ok(identity) : refuse('sign-in-invalid', { reason: 'issuer' });
  }
  const isTelling = username !== null && name !== '';
  if (isTelling || config.serverMetadata().userinfo_endpoint === undefined) return ok(identity);
  // Where there is an access token, the standard leaves name and address to this endpoint (OpenID Connect Core, 5.4).
  const told = await client.fetchUserInfo(config, tokens.access_token, subject);
  const more = identityOf(provider, { ...told, iss: issuer, sub: subject });
  return ok({ ...identity, username: username ?? more?.username ?? null, name: name || (more?.name ?? '') });
}
