import type { AccountId } from '../../shared/domain/account.ts';
import type { Tokens, TokenUse } from '../sign-in/tokens.ts';
import { notSent, type Outcome } from './carrier.ts';

/**
 * Sends with the access token of an account. One that the server refuses may have been called back before its time was
 * over: a fresh one, tried once, tells that from an account that is no longer let in.
 */
export async function sendWithToken(
  tokens: Tokens,
  { account, use, signal }: { account: AccountId; use: TokenUse; signal: AbortSignal },
  attempt: (token: string) => Promise<Outcome>,
): Promise<Outcome> {
  const once = async () => {
    // A refresh goes on when the message is given up: its answer may hold the only token that is still good.
    const token = await unlessGivenUp(tokens.access(account, use), signal);
    if (token === null) return notSent('timed-out');
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

/** The answer, or null once `signal` gives up. */
function unlessGivenUp<T>(answer: Promise<T>, signal: AbortSignal): Promise<T | null> {
  if (signal.aborted) return Promise.resolve(null);
  const { promise: givenUp, resolve } = Promise.withResolvers<null>();
  const end = () => resolve(null);
  signal.addEventListener('abort', end, { once: true });
  return Promise.race([answer, givenUp]).finally(() => signal.removeEventListener('abort', end));
}

function isRefusedLogin(outcome: Outcome): outcome is Outcome & { kind: 'not-sent' } {
  return outcome.kind === 'not-sent' && outcome.reason === 'login-refused';
}
