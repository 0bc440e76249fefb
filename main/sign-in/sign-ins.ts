import type { ProviderName } from '../../shared/domain/names.ts';
import { refuse, type Done, type Result } from '../../shared/errors.ts';
import type { Picture } from '../store/profiles.ts';
import type { Identity } from './identity.ts';

/** What a sign-in is for, which decides what the provider is asked to allow (security: O9). */
export type SignInUse = 'identity' | 'graph-mail' | 'smtp-mail';

/** Why a sign-in came to nothing. */
export type SignInRefusal =
  | 'provider-not-set-up'
  | 'sign-in-cancelled'
  | 'sign-in-timed-out'
  | 'sign-in-denied'
  | 'sign-in-unreachable'
  | 'sign-in-invalid'
  | 'sign-in-no-port'
  | 'open-failed';

/** What a sign-in brought. */
export interface SignedIn {
  identity: Identity;
  /** Only where it was asked for. */
  refreshToken: string | null;
  /** Reads name and picture where the provider gives them; asked after the sign-in is kept. Null where it does not. */
  readProfile(): Promise<{ name: string; picture: Picture | null } | null>;
}

/** Sign-ins in the system browser, one at a time. */
export interface SignIns {
  /** `hint` is who is expected, for the provider's page. A newer sign-in ends this one. */
  run(wish: { provider: ProviderName; hint: string | null; use: SignInUse }): Promise<Result<SignedIn, SignInRefusal>>;
  reopen(): Promise<Result<Done, 'sign-in-over' | 'open-failed'>>;
  cancel(): void;
  close(): Promise<void>;
}

/** No provider yet. */
export function createSignIns(): SignIns {
  return {
    run: () => Promise.resolve(refuse('provider-not-set-up')),
    reopen: () => Promise.resolve(refuse('sign-in-over')),
    cancel: () => {},
    close: () => Promise.resolve(),
  };
}
