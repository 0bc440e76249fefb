import type { ProviderName } from '../../shared/domain/names.ts';
import { ok, refuse, type Done, type Result } from '../../shared/errors.ts';
import type { Log } from '../log.ts';
import { startAttempt, type Attempt, type AttemptParts, type AttemptRefusal } from './attempt.ts';
import type { Identity } from './identity.ts';
import { readGraphProfile, type Profile } from './profile.ts';
import { findProvider } from './providers.ts';

/** What a sign-in is for, which decides what the provider is asked to allow (security: O9). */
export type SignInUse = 'identity' | 'graph-mail' | 'smtp-mail';

/** Why a sign-in came to nothing. */
export type SignInRefusal = AttemptRefusal | 'provider-not-set-up';

/** What a sign-in brought. */
export interface SignedIn {
  identity: Identity;
  /** Only where it was asked for. */
  refreshToken: string | null;
  /** Reads name and picture where the provider gives them; asked after the sign-in is kept. Null where it does not. */
  readProfile(): Promise<Profile | null>;
}

/** Who is to sign in, where, and what for. */
export interface SignInWish {
  provider: ProviderName;
  /** Who is expected, for the provider's page. */
  hint: string | null;
  use: SignInUse;
}

/** Sign-ins in the system browser, one at a time (security: O1). */
export interface SignIns {
  /** A newer sign-in ends this one. */
  run(wish: SignInWish): Promise<Result<SignedIn, SignInRefusal>>;
  /** Opens the provider's page once more. */
  reopen(): Promise<Result<Done, 'sign-in-over' | 'open-failed'>>;
  cancel(): void;
  close(): Promise<void>;
}

export function createSignIns(parts: AttemptParts & { log: Log }): SignIns {
  const closing = new AbortController();
  const profiles = new Set<Promise<unknown>>();
  let current: Attempt | null = null;

  async function run(wish: SignInWish): Promise<Result<SignedIn, SignInRefusal>> {
    const provider = findProvider(parts, wish.provider);
    if (provider === null) return refuse('provider-not-set-up');
    current?.cancel();
    const attempt = startAttempt(parts, provider, wish);
    current = attempt;
    parts.log.event('sign-in-started', { provider: wish.provider });
    const outcome = await attempt.outcome;
    parts.log.event('sign-in-ended', {
      provider: wish.provider,
      outcome: outcome.ok ? 'signed-in' : outcome.error.code,
    });
    if (!outcome.ok) return outcome;
    const { identity, accessToken, refreshToken } = outcome.value;
    const reading = () => {
      const profile = readProfile(wish, identity, accessToken);
      profiles.add(profile);
      return profile.finally(() => profiles.delete(profile));
    };
    return ok({ identity, refreshToken, readProfile: reading });
  }

  /** A token to send mail by SMTP is not for Graph. */
  async function readProfile({ use }: SignInWish, { tenant, name }: Identity, accessToken: string) {
    if (tenant !== null && use !== 'smtp-mail')
      return readGraphProfile(parts, { accessToken, name, signal: closing.signal });
    return name === '' ? null : { name, picture: null };
  }

  return {
    run,
    async reopen() {
      const page = current?.page ?? null;
      if (page === null) return refuse('sign-in-over');
      return (await parts.browser.open(page)) ? ok({}) : refuse('open-failed');
    },
    cancel: () => current?.cancel(),
    async close() {
      current?.cancel();
      closing.abort();
      await current?.outcome;
      await Promise.all(profiles);
    },
  };
}
