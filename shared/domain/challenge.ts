import * as z from 'zod';
import { Identifier, Instant } from './account.ts';
import { CarrierName } from './names.ts';

/** Our own id of a challenge: a UUID in lower case. */
export const ChallengeId = z.uuid().lowercase().brand('ChallengeId');
export type ChallengeId = z.infer<typeof ChallengeId>;

/** What proving an identifier is for. */
export const Purpose = z.enum(['sign-in', 'link', 'prove-again']);
export type Purpose = z.infer<typeof Purpose>;

/** Why a message could not be sent. */
export const SendFailure = z.enum([
  'interrupted',
  /** The server refused the message for good, for a reason of its own. */
  'refused',
  'unreachable',
  'timed-out',
  /** It asked to wait, again and again. */
  'busy',
  'recipient-refused',
  /** It took neither the user nor the password, or the key. */
  'login-refused',
  /** It takes no passwords any more: `550 5.7.30`, `535 5.7.139` (security: D7). */
  'passwords-ended',
  /** Its certificate is not to be trusted (security: D5). */
  'certificate',
  /** It offered no encryption, so nothing was said to it. */
  'no-tls',
  /** The provider no longer takes the account's token. */
  'sign-in-again',
  /** The password or key has to be given again, or is locked. */
  'secret-missing',
  'not-set-up',
  /** What was set up is wrong by what the server says: the sender, the account, the address. */
  'set-up-wrong',
  /** The provider took it, and said later that it did not arrive. */
  'undelivered',
]);
export type SendFailure = z.infer<typeof SendFailure>;

/** An open challenge as it is shown; never its code. */
export const Challenge = z.strictObject({
  id: ChallengeId,
  purpose: Purpose,
  identifier: Identifier,
  carrier: CarrierName,
  state: z.enum(['sending', 'waiting', 'send-failed']),
  /** Set in state `send-failed` only. */
  failure: SendFailure.nullable(),
  /** True where the carrier could not say whether the code went out: it may still arrive. */
  unsure: z.boolean(),
  /** The server's own words on a failure, in one line. */
  said: z.string().nullable(),
  /** The provider reports that the code arrived. */
  delivered: z.boolean(),
  /** In state `sending`: the server asked to wait, and it is tried again then. */
  retryAt: Instant.nullable(),
  /** How many codes were asked for, from 1. */
  sendNumber: z.int().positive(),
  triesLeft: z.int().nonnegative(),
  expiresAt: Instant,
  /** From when `challenge.resend` is allowed. */
  resendAt: Instant,
  createdAt: Instant,
});
export type Challenge = z.infer<typeof Challenge>;
