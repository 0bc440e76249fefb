import * as z from 'zod';
import { CarrierName, Identifier, Instant } from './account.ts';

/** Our own id of a challenge: a UUID in lower case. */
export const ChallengeId = z.uuid().lowercase().brand('ChallengeId');
export type ChallengeId = z.infer<typeof ChallengeId>;

/** What a proven identifier is for. */
export const Purpose = z.enum(['sign-in', 'link']);
export type Purpose = z.infer<typeof Purpose>;

/** Why a code could not be sent. */
export const SendFailure = z.enum(['interrupted', 'refused', 'unreachable', 'timed-out']);
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
  /** How many codes were asked for, from 1. */
  sendNumber: z.int().positive(),
  triesLeft: z.int().nonnegative(),
  expiresAt: Instant,
  /** From when `challenge.resend` is allowed. */
  resendAt: Instant,
  createdAt: Instant,
});
export type Challenge = z.infer<typeof Challenge>;
