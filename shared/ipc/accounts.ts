import * as z from 'zod';
import { AccountId, AccountKind, Removal } from '../domain/account.ts';
import { Challenge, Purpose } from '../domain/challenge.ts';
import { CarrierName, ProviderName } from '../domain/names.ts';
import { command } from './define.ts';
import { codeRefusals, identifierRefusals, providerRefusals } from './refusals.ts';

const nothing = z.strictObject({});
const text = z.string().max(1000);
/** Without a carrier the strongest one that fits takes the code. */
const carrier = CarrierName.optional();
const typed = z.strictObject({ identifier: text, carrier });
const account = z.strictObject({ accountId: AccountId });

/** The commands about accounts. */
export const accounts = {
  /** Starts the first sign-in: sends a code to the primary account's identifier, or resumes the open challenge. */
  signIn: command({
    input: typed,
    output: Challenge,
    errors: ['already-signed-in', ...identifierRefusals, ...codeRefusals],
  }),
  /** Starts linking another account: sends a code to its identifier, or resumes the open challenge. */
  link: command({
    input: typed,
    output: Challenge,
    errors: ['not-signed-in', ...identifierRefusals, 'already-linked', 'is-primary', ...codeRefusals],
  }),
  /** Starts proving an account once more, by a better way: sends a code to its identifier, or resumes the open challenge. */
  proveAgain: command({
    input: z.strictObject({ accountId: AccountId, carrier }),
    output: Challenge,
    errors: ['account-not-found', ...codeRefusals],
  }),
  /**
   * Proves an account by sign-in in the system browser, and answers once that has ended: in 5 minutes at most.
   * `identifier` is who is expected; empty takes whoever signs in. A newer attempt ends this one.
   */
  signInWith: command({
    input: z.discriminatedUnion('purpose', [
      z.strictObject({ purpose: z.enum(['sign-in', 'link']), provider: ProviderName, identifier: text }),
      z.strictObject({ purpose: z.literal('prove-again'), provider: ProviderName, accountId: AccountId }),
    ]),
    output: z.strictObject({ accountId: AccountId, purpose: Purpose }),
    errors: [
      ...providerRefusals,
      'sign-in-other-account',
      'sign-in-nameless',
      'identifier-unrecognized',
      'email-invalid',
      'phone-impossible',
      'already-signed-in',
      'not-signed-in',
      'already-linked',
      'is-primary',
      'account-not-found',
    ],
  }),
  /** Opens the browser once more for the sign-in that is under way. */
  reopenBrowser: command({ input: nothing, output: nothing, errors: ['sign-in-over', 'open-failed'] }),
  /** Ends the sign-in that is under way. None is no refusal. */
  cancelSignIn: command({ input: nothing, output: nothing, errors: [] }),
  /** The picture of an account as a `data:` address; null where it has none. */
  picture: command({
    input: account,
    output: z.strictObject({ picture: z.string().nullable() }),
    errors: ['account-not-found'],
  }),
  /** Makes an account the active one. Switching to the active account changes nothing but is no refusal. */
  switchTo: command({ input: account, output: nothing, errors: ['account-not-found'] }),
  /** Gives an account a name; blanks at the ends are dropped, empty means none. */
  rename: command({
    input: z.strictObject({ accountId: AccountId, name: z.string().max(1000) }),
    output: nothing,
    errors: ['account-not-found', 'name-too-long'],
  }),
  /** Says whose account it is, where Switchboard cannot know. */
  setKind: command({
    input: z.strictObject({ accountId: AccountId, kind: AccountKind }),
    output: nothing,
    errors: ['account-not-found'],
  }),
  makePrimary: command({ input: account, output: nothing, errors: ['account-not-found'] }),
  /** Moves a linked account in the list to stand before another one, or to the end with null. */
  move: command({
    input: z.strictObject({ accountId: AccountId, before: AccountId.nullable() }),
    output: nothing,
    errors: ['account-not-found'],
  }),
  /** Removes an account; it can be had back for 10 s. The primary needs a successor while others are linked. */
  remove: command({
    input: z.strictObject({ accountId: AccountId, successorId: AccountId.nullable() }),
    output: Removal,
    errors: ['account-not-found', 'successor-needed'],
  }),
  undoRemove: command({ input: account, output: nothing, errors: ['undo-expired', 'already-linked'] }),
  /** Signs out and erases every account, challenge, message and preference. Cannot be undone. */
  eraseEverything: command({ input: nothing, output: nothing, errors: [] }),
};
