import { ok, type Result } from '../../shared/errors.ts';
import type { Discovered } from './discovery.ts';
import { failureOf, type ProtocolRefusal } from './failures.ts';
import { promptOf, scopeOf, type Provider } from './providers.ts';
import type { RedirectAddress } from './redirect-server.ts';
import type { SignInUse } from './sign-ins.ts';

/** What an attempt keeps to itself until the browser comes back; new for each (security: O2, O5). */
export interface AttemptSecrets {
  state: string;
  nonce: string;
  verifier: string;
}

/** Makes them: 32 random bytes each, 43 characters (RFC 7636, 4.1). */
export function newSecrets(client: Discovered['client']): AttemptSecrets {
  return { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() };
}

/**
 * Where the browser is sent back to. Microsoft is told `http://localhost` when an application is registered, and takes
 * no number there (learn.microsoft.com, Redirect URI restrictions, "Localhost exceptions").
 */
export function redirectAddressOf(provider: Provider): RedirectAddress {
  return provider.name === 'microsoft' ? { host: 'localhost', path: '/' } : { host: '127.0.0.1', path: '/signed-in' };
}

/** The same as the provider is told it: as it was registered, and with the port. */
export function redirectUriOf(provider: Provider, port: number): string {
  const { host, path } = redirectAddressOf(provider);
  return `http://${host}:${port}${path === '/' ? '' : path}`;
}

/** What is to be signed in, and how the browser comes back. */
export interface AuthorizationRequest {
  hint: string | null;
  use: SignInUse;
  secrets: AttemptSecrets;
  redirectUri: string;
}

/** The page at the provider where the person signs in: code flow with PKCE (security: O2). */
export async function authorizationAddress(
  { client, config }: Discovered,
  provider: Provider,
  { hint, use, secrets, redirectUri }: AuthorizationRequest,
): Promise<Result<URL, ProtocolRefusal>> {
  const prompt = promptOf(provider, use, hint);
  const parameters = {
    redirect_uri: redirectUri,
    scope: scopeOf(provider, use),
    state: secrets.state,
    nonce: secrets.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(secrets.verifier),
    code_challenge_method: 'S256',
    ...(prompt === null ? {} : { prompt }),
    ...(hint === null ? {} : { login_hint: hint }),
  };
  try {
    return ok(client.buildAuthorizationUrl(config, parameters));
  } catch (error) {
    // The provider named no page for it, or one without TLS.
    return failureOf(error);
  }
}
