import type { AccountId } from '../../shared/domain/account.ts';
import { findAccount } from '../store/accounts.ts';
import { lose, refresh, type RefreshParts } from './refresh.ts';
import type { SignInUse } from './sign-ins.ts';

/** What an access token is for. */
export type TokenUse = Exclude<SignInUse, 'identity'>;

/**
 * Why there is no token. `secret-missing`: it is behind the passphrase, or its account was removed. `not-set-up`,
 * `set-up-wrong`: the provider that gave it is no longer set up, or does not know this app so.
 */
export type TokenRefusal = 'sign-in-again' | 'secret-missing' | 'unreachable' | 'not-set-up' | 'set-up-wrong';

/** An access token, or why there is none. */
export type TokenAnswer = { ok: true; value: string } | { ok: false; reason: TokenRefusal };

/** Access tokens of the accounts that send codes; in memory only (security: O11). */
export interface Tokens {
  /**
   * A token that is good for some minutes: the one there is, or a fresh one. One refresh at a time for each account and
   * use; a refused one marks the account `Sign in again`.
   */
  access(account: AccountId, use: TokenUse): Promise<TokenAnswer>;
  /** Forgets the token there is, because a server refused it. */
  forget(account: AccountId, use: TokenUse): void;
  /** The same of a fresh one: whatever refreshes it is of no use, so that the account is marked `Sign in again`. */
  lose(account: AccountId, use: TokenUse): void;
}

interface Held {
  account: AccountId;
  token: string;
  /** What it came from. */
  refreshToken: string;
  /** On the monotonic clock, in ms. */
  until: number;
}

/** How long before its end a token is no longer used, in ms; a short one is used for most of its life. */
const MARGIN = 300_000;
const USED_SHARE = 0.8;

const keyOf = (account: AccountId, use: TokenUse) => `${account} ${use}`;

/** Keeps access tokens while they live. */
export function createTokens(parts: RefreshParts): Tokens {
  const { store, clock } = parts;
  const held = new Map<string, Held>();
  const refreshing = new Map<string, Promise<TokenAnswer>>();
  const isThere = (account: AccountId) => findAccount(store.read, account)?.removedAt === null;

  async function renew(account: AccountId, use: TokenUse): Promise<TokenAnswer> {
    const askedAt = clock.monotonic();
    const refreshed = await refresh(parts, { owner: account, purpose: use });
    if (!refreshed.ok) return refreshed;
    const { token, life, refreshToken } = refreshed;
    const until = askedAt + Math.max(life - MARGIN, life * USED_SHARE);
    if (isThere(account)) held.set(keyOf(account, use), { account, token, refreshToken, until });
    return { ok: true, value: token };
  }

  store.onCommit(({ topics }) => {
    if (!topics.includes('accounts')) return;
    for (const [key, { account }] of held) if (!isThere(account)) held.delete(key);
  });

  return {
    async access(account, use) {
      // Whoever was removed sends nothing, also while that can be undone.
      if (!isThere(account)) return { ok: false, reason: 'secret-missing' };
      const key = keyOf(account, use);
      const there = held.get(key);
      if (there !== undefined && clock.monotonic() < there.until) return { ok: true, value: there.token };
      const running = refreshing.get(key) ?? renew(account, use).finally(() => refreshing.delete(key));
      refreshing.set(key, running);
      return running;
    },
    forget: (account, use) => void held.delete(keyOf(account, use)),
    lose(account, use) {
      const there = held.get(keyOf(account, use));
      if (there === undefined) return;
      held.delete(keyOf(account, use));
      lose(parts, { owner: account, purpose: use }, there.refreshToken);
    },
  };
}
