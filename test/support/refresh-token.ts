import { walkPages } from './openid-browser.ts';
import { CLIENT_ID, MAIL_SCOPE } from './openid-provider.ts';

const REDIRECT = 'http://127.0.0.1/signed-in';

/** Signs a person in at a provider, and has them allow mail; answers the refresh token. */
export async function grantMail(origin: string, login: string): Promise<string> {
  const client = await import('openid-client');
  const config = await client.discovery(new URL(origin), CLIENT_ID, undefined, client.None());
  const verifier = client.randomPKCECodeVerifier();
  const address = client.buildAuthorizationUrl(config, {
    redirect_uri: REDIRECT,
    scope: `openid offline_access ${MAIL_SCOPE}`,
    prompt: 'login consent',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  const back = await walkPages(address.href, { login });
  const { refresh_token: token } = await client.authorizationCodeGrant(config, back, { pkceCodeVerifier: verifier });
  if (token === undefined) throw new Error('No refresh token');
  return token;
}
