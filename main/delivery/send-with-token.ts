import type { AccountId } from '../../shared/domain/account.ts';
import type { Tokens, TokenUse } from '../sign-in/tokens.ts';
import { notSent, type Outcome } from './carrier.ts';

/**
 * Sends with the access token of an account. One that the server refuses may have been called back before its time was
 * over: a fresh one, tried once, tells that from an account that is no longer let in.
 */
export async function sendWithToken(
  tokens: Tokens,
  { account, use }: { account: AccountId; use: TokenUse },
  attempt: (token: string) => Promise<Outcome>,
): Promise<Outcome> {
  const once = async () => {
    const token = await tokens.access(account, use);
    return token.ok ? attempt(token.value) : notSent(token.reason);
  };
  const first = await once();
  if (!isRefusedLogin(first)) return first;
  tokens.forget(account, use);
  const second = await once();
  if (!isRefusedLogin(second)) return second;
  tokens.lose(account, use);
  return { ...second, reason: 'sign-in-again' };
}

function isRefusedLogin(outcome: Outcome): outcome is Outcome & { kind: 'not-sent' } {
  return outcome.kind === 'not-sent' && outcome.reason === 'login-refused';
}
