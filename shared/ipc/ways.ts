import * as z from 'zod';
import { AccountId } from '../domain/account.ts';
import { FittingWay, SetUp, SetUpName, ShownWay, TestReport } from '../domain/way.ts';
import { ProviderName } from '../domain/names.ts';
import { command, event } from './define.ts';
import { identifierRefusals, messageRefusals, providerRefusals } from './refusals.ts';

const nothing = z.strictObject({});
const typed = z.string().max(1000);

/** The ways of proving an identifier: which fit, and how each is set up. */
export const ways = {
  /** Every way that can be set up, strongest first. */
  list: command({ input: nothing, output: z.array(ShownWay), errors: [] }),
  /** The ways that fit what was typed, strongest first; `accountId` asks for an account that is there. */
  fitting: command({
    input: z.union([z.strictObject({ identifier: typed }), z.strictObject({ accountId: AccountId })]),
    output: z.array(FittingWay),
    errors: [...identifierRefusals, 'account-not-found'],
  }),
  /** Sets a way up, or changes that. `secret` is kept apart; null keeps the one there is. */
  save: command({
    input: z.strictObject({ setUp: SetUp, secret: z.string().max(10_000).nullable() }),
    output: nothing,
    errors: ['setting-invalid', 'secrets-locked'],
  }),
  /** Forgets how a way is set up, and its secret. One that is not set up is no refusal. */
  forget: command({ input: z.strictObject({ name: SetUpName }), output: nothing, errors: [] }),
  /** Sends a message without a code, and tells what the server answered. It counts as a send. */
  sendTest: command({
    input: z.strictObject({ carrier: SetUpName.exclude(ProviderName.options), to: typed }),
    output: TestReport,
    errors: ['not-set-up', ...identifierRefusals, ...messageRefusals],
  }),
  /** Signs in with a provider and tells who came; nothing is linked. */
  trySignIn: command({
    input: z.strictObject({ provider: ProviderName }),
    output: z.strictObject({ who: z.string(), issuer: z.string() }),
    errors: providerRefusals,
  }),
  /** Asks the provider of a signed-in account to let Switchboard send codes from it. */
  allowSending: command({
    input: z.strictObject({ accountId: AccountId, carrier: z.enum(['smtp', 'graph']) }),
    output: nothing,
    errors: [...providerRefusals, 'account-not-found', 'secrets-locked', 'sign-in-other-account', 'sign-in-nameless'],
  }),
  /** Some set-up, secret or test is not what it was. */
  changed: event(nothing),
};
