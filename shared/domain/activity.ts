import * as z from 'zod';
import { AccountId, Instant } from './account.ts';

/** What is recorded; a name here is a name in the store for good. */
export const ActivityEvent = z.enum([
  'signed-in',
  'linked',
  'proven-again',
  'switched',
  'made-primary',
  'removed',
  'restored',
  'sign-in-lost',
  'refused',
  'challenge-locked',
]);
export type ActivityEvent = z.infer<typeof ActivityEvent>;

/** Why something was refused that somebody else may have tried; only what limits or a browser bound in number. */
export const ActivityDetail = z.enum([
  'code-wrong',
  'sign-in-denied',
  'sign-in-invalid',
  'sign-in-other-account',
  'sign-in-nameless',
]);
export type ActivityDetail = z.infer<typeof ActivityDetail>;

/** One thing that happened. It names nobody: the account is a reference, and gone with the account (security: S16). */
export const ActivityEntry = z.strictObject({
  /** Grows from entry to entry. */
  id: z.int().positive(),
  at: Instant,
  event: ActivityEvent,
  /** Set for `refused` only. */
  detail: ActivityDetail.nullable(),
  /** Null where it was about no linked account, and where that account has been erased since. */
  accountId: AccountId.nullable(),
  /** It was about an account that was linked then. */
  hadAccount: z.boolean(),
});
export type ActivityEntry = z.infer<typeof ActivityEntry>;

/** Which entries: of one account, and of some events; null for all. */
export const ActivityFilter = z.strictObject({
  accountId: AccountId.nullable(),
  events: z.array(ActivityEvent).min(1).max(ActivityEvent.options.length).nullable(),
});
export type ActivityFilter = z.infer<typeof ActivityFilter>;
