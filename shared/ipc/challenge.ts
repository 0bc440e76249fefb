import * as z from 'zod';
import { AccountId } from '../domain/account.ts';
import { Challenge, ChallengeId, Purpose } from '../domain/challenge.ts';
import { command } from './define.ts';
import { codeRefusals } from './refusals.ts';

const challengeId = z.strictObject({ challengeId: ChallengeId });

/** The commands about an open challenge; `accounts.signIn`, `link` and `proveAgain` open one. */
export const challenge = {
  /** Checks a code as typed: blanks and dashes are dropped, anything but six digits costs no try. */
  submit: command({
    input: z.strictObject({ challengeId: ChallengeId, code: z.string().max(1000) }),
    output: z.strictObject({ accountId: AccountId, purpose: Purpose }),
    errors: [
      'code-malformed',
      'code-wrong',
      'code-superseded',
      'challenge-expired',
      'challenge-locked',
      'challenge-closed',
      'too-many-tries',
      'already-linked',
      'is-primary',
      'already-signed-in',
      'not-signed-in',
      'account-not-found',
    ],
  }),
  resend: command({
    input: challengeId,
    output: Challenge,
    errors: ['challenge-expired', 'challenge-closed', ...codeRefusals],
  }),
  /** Gives an open challenge up. One that is closed already is no refusal. */
  cancel: command({ input: challengeId, output: z.strictObject({}), errors: [] }),
};
