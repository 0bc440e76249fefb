import type { AccountId } from '../../shared/domain/account.ts';
import type { CarrierName, ProviderName } from '../../shared/domain/names.ts';
import type { FittingWay, SetUp, SetUpName, ShownWay, TestReport } from '../../shared/domain/way.ts';
import { ok, refuse, type Done, type Result } from '../../shared/errors.ts';
import type { AccountParts } from '../accounts/parts.ts';
import type { IdentifierRefusal } from '../identifiers/parse.ts';
import type { SignInRefusal } from '../sign-in/sign-ins.ts';
import type { SendRefusal } from '../verification/send.ts';

type Real = Exclude<CarrierName, 'local-mailbox'>;

/** Why no test is sent. */
export type TestRefusal = 'not-set-up' | 'carrier-off' | IdentifierRefusal | Exclude<SendRefusal, 'too-many-tries'>;

/** The ways of proving an identifier: which fit, and how each is set up. */
export interface Ways {
  list(): Promise<ShownWay[]>;
  fitting(
    who: { identifier: string } | { accountId: AccountId },
  ): Promise<Result<FittingWay[], IdentifierRefusal | 'account-not-found'>>;
  save(input: { setUp: SetUp; secret: string | null }): Promise<Result<Done, 'setting-invalid' | 'secrets-locked'>>;
  forget(input: { name: SetUpName }): Promise<Result<Done, never>>;
  sendTest(input: { carrier: Real; to: string }): Promise<Result<TestReport, TestRefusal>>;
  trySignIn(input: { provider: ProviderName }): Promise<Result<{ who: string; issuer: string }, SignInRefusal>>;
  allowSending(input: {
    accountId: AccountId;
    carrier: 'smtp' | 'graph';
  }): Promise<Result<Done, SignInRefusal | 'account-not-found' | 'secrets-locked' | 'sign-in-other-account'>>;
  onChange(listener: () => void): () => void;
}

export function createWays(_parts: AccountParts): Ways {
  return {
    list: () => Promise.resolve([]),
    fitting: () => Promise.resolve(ok([])),
    save: () => Promise.resolve(refuse('secrets-locked')),
    forget: () => Promise.resolve(ok({})),
    sendTest: () => Promise.resolve(refuse('not-set-up')),
    trySignIn: () => Promise.resolve(refuse('provider-not-set-up')),
    allowSending: () => Promise.resolve(refuse('account-not-found')),
    onChange: () => () => {},
  };
}
