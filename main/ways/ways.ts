import type { AccountId } from '../../shared/domain/account.ts';
import type { ProviderName } from '../../shared/domain/names.ts';
import type { FittingWay, SetUp, SetUpName, ShownWay, TestReport } from '../../shared/domain/way.ts';
import { ok, type Done, type Result } from '../../shared/errors.ts';
import type { SignInRefusal } from '../sign-in/sign-ins.ts';
import { allowSending, type AllowRefusal } from './allow-sending.ts';
import { fittingWays, type Who, type WhoRefusal } from './fitting.ts';
import { forgetWay } from './forget.ts';
import { listWays } from './list.ts';
import type { WayParts } from './parts.ts';
import { saveWay, type SaveRefusal } from './save.ts';
import { sendTest, type RealCarrier, type TestRefusal } from './send-test.ts';
import { trySignIn } from './try-sign-in.ts';

/** The ways of proving an identifier: which fit, and how each is set up. */
export interface Ways {
  list(): Promise<ShownWay[]>;
  fitting(who: Who): Promise<Result<FittingWay[], WhoRefusal>>;
  save(input: { setUp: SetUp; secret: string | null }): Promise<Result<Done, SaveRefusal>>;
  forget(input: { name: SetUpName }): Promise<Result<Done, never>>;
  /** One test at a time; the next one waits. */
  sendTest(input: { carrier: RealCarrier; to: string }): Promise<Result<TestReport, TestRefusal>>;
  trySignIn(input: { provider: ProviderName }): Promise<Result<{ who: string; issuer: string }, SignInRefusal>>;
  allowSending(input: { accountId: AccountId; carrier: 'smtp' | 'graph' }): Promise<Result<Done, AllowRefusal>>;
  /** Hears that some set-up, secret or test is not what it was. */
  onChange(listener: () => void): () => void;
  /** Gives up the test that is on its way, and waits until it is. */
  close(): Promise<void>;
}

/** Keeps the last test of each way until the app quits. */
export function createWays(parts: WayParts): Ways {
  const tests = new Map<SetUpName, TestReport>();
  const listeners = new Set<() => void>();
  const closing = new AbortController();
  let lastTest: Promise<unknown> = Promise.resolve();
  let testing: SetUpName | null = null;
  const tell = () => {
    for (const listener of listeners) listener();
  };
  parts.vault.onChange(tell);
  // An account that sends codes may be gone, or have to sign in again.
  parts.store.onCommit(({ topics }) => topics.includes('accounts') && tell());

  async function test(input: { carrier: RealCarrier; to: string }) {
    testing = input.carrier;
    const tested = await sendTest(parts, input, closing.signal);
    if (tested.ok && testing === input.carrier) tests.set(input.carrier, tested.value);
    return tested;
  }

  /** Tells of a change once it is made; a test of what was set up before, done or under way, says nothing of what is now. */
  async function telling<R extends Result<unknown>>(change: Promise<R>, untested?: SetUpName): Promise<R> {
    const changed = await change;
    if (changed.ok && untested !== undefined) {
      tests.delete(untested);
      if (testing === untested) testing = null;
    }
    if (changed.ok) tell();
    return changed;
  }

  return {
    list: () => listWays(parts, tests),
    fitting: (who) => fittingWays(parts, who),
    save: (input) => telling(saveWay(parts, input), input.setUp.name),
    async forget({ name }) {
      return forgetWay(parts, name) ? telling(Promise.resolve(ok({})), name) : ok({});
    },
    sendTest(input) {
      const tested = lastTest.then(() => telling(test(input)));
      lastTest = tested.catch(() => {});
      return tested;
    },
    trySignIn: ({ provider }) => trySignIn(parts, provider),
    allowSending: (input) => telling(allowSending(parts, input)),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      closing.abort();
      await lastTest;
    },
  };
}
