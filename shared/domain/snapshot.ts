import * as z from 'zod';
import { Account, AccountId, Removal } from './account.ts';
import { Challenge } from './challenge.ts';

/** The parts of the snapshot that change on their own. */
export const Topic = z.enum(['accounts', 'challenges']);
export type Topic = z.infer<typeof Topic>;

/** The accounts, and who of them is primary and active. */
export const AccountsPart = z.strictObject({
  primaryId: AccountId.nullable(),
  activeId: AccountId.nullable(),
  /** The primary account first, the others in the person's order. */
  accounts: z.array(Account),
  /** Removed accounts that can still be had back, newest first. */
  removals: z.array(Removal),
});
export type AccountsPart = z.infer<typeof AccountsPart>;

/** Open challenges, newest first. */
export const ChallengesPart = z.array(Challenge);

/** What main shows to everyone: the parts that were asked for, all read at one revision. */
export const Snapshot = z.strictObject({
  revision: z.int().nonnegative(),
  accounts: AccountsPart.optional(),
  challenges: ChallengesPart.optional(),
});
export type Snapshot = z.infer<typeof Snapshot>;
