import type { AccountId } from '../../shared/domain/account.ts';
import type { SignInUse } from './sign-ins.ts';

/** What an access token is for. */
export type TokenUse = Exclude<SignInUse, 'identity'>;

/** Why there is no token. */
export type TokenRefusal = 'sign-in-again' | 'secret-missing' | 'unreachable';

/** Access tokens of the accounts that send codes. */
export interface Tokens {
  /**
   * A token that is good for some minutes: the one there is, or a fresh one. One refresh at a time for each account; a
   * refused one marks the account `Sign in again`.
   */
  access(account: AccountId, use: TokenUse): Promise<{ ok: true; value: string } | { ok: false; reason: TokenRefusal }>;
  /** Forgets the token there is, because a server refused it. */
  forget(account: AccountId, use: TokenUse): void;
}

/** No account sends codes yet. */
export function createTokens(): Tokens {
  return { access: () => Promise.resolve({ ok: false, reason: 'secret-missing' }), forget: () => {} };
}
