import * as z from 'zod';
import type { AccountId } from '../../shared/domain/account.ts';
import { incidentId, type Tagger } from '../log.ts';
import type { Ports } from '../ports.ts';
import type { Vault } from '../secrets/vault.ts';
import { findAccount, setSignInAgain } from '../store/accounts.ts';
import { addActivity } from '../store/activity.ts';
import { openChannel } from './channel.ts';
import { discover } from './discovery.ts';
import { providerOf } from './provider-of.ts';
import { findProvider, mailScope, type Provider, type ProviderParts } from './providers.ts';
import type { TokenRefusal, TokenUse } from './tokens.ts';

/** What refreshing works with. */
export interface RefreshParts extends ProviderParts, Pick<Ports, 'clock' | 'fetch' | 'log' | 'random'> {
  vault: Vault;
  tagOf: Tagger;
}

/** Whose refresh token it is, and what it allows. */
interface Grant {
  owner: AccountId;
  purpose: TokenUse;
}

/** An access token, how long it is good for in ms, and what refreshes it; or why there is none. */
export type Refreshed =
  | { ok: true; token: string; life: number; refreshToken: string }
  | { ok: false; reason: TokenRefusal };

/** The longest that a provider may take, in ms: half of what sending a code may. */
const LIMIT = 15_000;

/** Tokens are visible ASCII characters (RFC 6749, appendix A). */
const Token = z.string().regex(/^[\x20-\x7e]+$/);
const Granted = z.object({
  access_token: Token,
  refresh_token: Token.optional(),
  /** In seconds. Where it is not told the token is used once. */
  expires_in: z.number().nonnegative().default(0),
});

/**
 * Gets a fresh access token for an account. A new refresh token is on disk before the access token is used, and a
 * refused one costs a new sign-in and nothing else (security: O10, K4).
 */
export async function refresh(parts: RefreshParts, grant: Grant): Promise<Refreshed> {
  const { vault } = parts;
  await vault.ready();
  const before = vault.read(grant);
  if (before === null && isHidden(vault, grant)) return refused('secret-missing');
  if (before === null) return lose(parts, grant, before);
  const provider = providerFor(parts, grant.owner);
  if (provider === null) return refused('not-set-up');
  const answer = await ask(parts, provider, grant.purpose, before);
  if (!answer.ok) return answer.reason === 'sign-in-again' ? lose(parts, grant, before) : answer;
  const { access_token: token, refresh_token: next = before, expires_in: seconds } = answer.granted;
  if (next !== before) replace(parts, grant, before, next);
  parts.log.event('token-refreshed', { use: grant.purpose });
  return { ok: true, token, life: seconds * 1000, refreshToken: next };
}

const refused = (reason: TokenRefusal) => ({ ok: false, reason }) as const;

/** Whether a token is only behind the passphrase, or behind a key store that has not answered yet (security: K7). */
function isHidden(vault: Vault, grant: Grant): boolean {
  const presence = vault.presence(grant);
  return presence === 'locked' || (presence === 'missing' && vault.state().problem === 'no-answer');
}

/** The provider that an account is of; null where it is not set up, or another one in its place: a token goes only where it came from. */
function providerFor(parts: RefreshParts, owner: AccountId): Provider | null {
  const was = providerOf(parts.store.read, owner);
  const provider = was === null ? null : findProvider(parts, was.name);
  if (was === null || provider?.name !== 'openid') return provider;
  return provider.issuer.href === new URL(was.issuer).href ? provider : null;
}

/** Asks the provider. Nobody gives this up but the clock: an answer that is not heard takes the refresh token with it. */
async function ask(
  parts: RefreshParts,
  provider: Provider,
  use: TokenUse,
  refreshToken: string,
): Promise<{ ok: true; granted: z.infer<typeof Granted> } | { ok: false; reason: TokenRefusal }> {
  const channel = openChannel(parts, { limit: LIMIT, signal: new AbortController().signal });
  try {
    const discovered = await discover(parts, provider, channel);
    if (!discovered.ok) return refused('unreachable');
    const { client, config } = discovered.value;
    // Without `openid`: an id token would be of no use, and could be found invalid after the refresh token was spent.
    const scope = `offline_access ${mailScope(provider, use)}`;
    try {
      return { ok: true, granted: Granted.parse(await client.refreshTokenGrant(config, refreshToken, { scope })) };
    } catch (error) {
      return refused(
        error instanceof client.ResponseBodyError ? (REASONS.get(error.error) ?? 'unreachable') : 'unreachable',
      );
    }
  } finally {
    channel.end();
  }
}

/**
 * What a refusal of the token endpoint means (RFC 6749, section 5.2; OpenID Connect Core, 3.1.2.6, and
 * learn.microsoft.com, "Handling token endpoint error codes", for those that only the person can mend).
 */
const REASONS: ReadonlyMap<string, TokenRefusal> = new Map([
  ['invalid_grant', 'sign-in-again'],
  ['interaction_required', 'sign-in-again'],
  ['login_required', 'sign-in-again'],
  ['consent_required', 'sign-in-again'],
  ['invalid_client', 'set-up-wrong'],
  ['unauthorized_client', 'set-up-wrong'],
  ['invalid_scope', 'set-up-wrong'],
  ['unsupported_grant_type', 'set-up-wrong'],
]);

/** Keeps the refresh token that came in the place of the one that was spent, unless a new sign-in brought another one meanwhile. */
function replace({ store, vault, log, random }: RefreshParts, grant: Grant, before: string, next: string): void {
  try {
    store.write((tx) => {
      if (vault.read(grant) === before) vault.put(tx, grant, next);
    });
  } catch (error) {
    // The disk is full, say. What was to be sent now still can be; once its token is over, only a new sign-in helps.
    log.fault(incidentId(random), error);
  }
}

/**
 * Marks an account whose token is gone, unless a new sign-in brought another one than `before` meanwhile. What is sealed
 * and does not open now stays: its key store may come back (security: K3).
 */
export function lose(parts: RefreshParts, grant: Grant, before: string | null): Refreshed {
  const { store, vault, clock, log, random } = parts;
  const { owner, purpose: use } = grant;
  try {
    return store.write((tx) => {
      if (vault.read(grant) !== before) return refused('unreachable');
      const account = findAccount(tx, owner);
      if (account === null) return refused('secret-missing');
      if (before !== null) vault.drop(tx, owner, use);
      if (account.signInAgain) return refused('sign-in-again');
      setSignInAgain(tx, owner, true);
      addActivity(tx, { at: new Date(clock.now()).toISOString(), event: 'sign-in-lost', accountId: owner });
      tx.afterCommit(() => log.event('sign-in-lost', { account: parts.tagOf(account.identifier), use }));
      return refused('sign-in-again');
    });
  } catch (error) {
    // The disk is full, say. The next one who asks finds it out anew.
    log.fault(incidentId(random), error);
    return refused('sign-in-again');
  }
}
