import * as z from 'zod';
import { AccountId, AccountKind, Removal } from '../domain/account.ts';
import { Challenge } from '../domain/challenge.ts';
import { command } from './define.ts';

const nothing = z.strictObject({});
const typed = z.strictObject({ identifier: z.string().max(1000) });
const account = z.strictObject({ accountId: AccountId });

/** The commands about accounts. */
export const accounts = {
  /** Starts the first sign-in: sends a code to the primary account's identifier, or resumes the open challenge. */
  signIn: command({
    input: typed,
    output: Challenge,
    errors: [
      'already-signed-in',
      'identifier-empty',
      'identifier-unrecognized',
      'email-invalid',
      'phone-impossible',
      'resend-too-soon',
      'too-many-sends',
      'too-many-tries',
    ],
  }),
  /** Starts linking another account: sends a code to its identifier, or resumes the open challenge. */
  link: command({
    input: typed,
    output: Challenge,
    errors: [
      'not-signed-in',
      'identifier-empty',
      'identifier-unrecognized',
      'email-invalid',
      'phone-impossible',
      'already-linked',
      'is-primary',
      'resend-too-soon',
      'too-many-sends',
      'too-many-tries',
    ],
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
