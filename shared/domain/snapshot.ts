import * as z from 'zod';
import { Account, AccountId, Removal } from './account.ts';
import { Challenge } from './challenge.ts';
import { Group, PendingLink } from './group.ts';

/** The parts of the snapshot that change on their own. */
export const Topic = z.enum(['accounts', 'challenges', 'activity', 'pendingLinks']);
export type Topic = z.infer<typeof Topic>;

/** The accounts, and who of them is primary and active. */
export const AccountsPart = z.strictObject({
  primaryId: AccountId.nullable(),
  activeId: AccountId.nullable(),
  /** The primary account first, the others in the person's order. */
  accounts: z.array(Account),
  /** Removed accounts that can still be had back, newest first. */
  removals: z.array(Removal),
  /** In the person's order. */
  groups: z.array(Group),
});
export type AccountsPart = z.infer<typeof AccountsPart>;

/** Open challenges, newest first. */
export const ChallengesPart = z.array(Challenge);

/** What main shows to everyone: the parts that were asked for, all read at one revision. */
export const Snapshot = z.strictObject({
  revision: z.int().nonnegative(),
  accounts: AccountsPart.optional(),
  challenges: ChallengesPart.optional(),
  /** The id of the newest entry of the activity, 0 where there is none: who shows it reads on. */
  activity: z.int().nonnegative().optional(),
  /** Imported accounts that still need their proof, in the order of their list. */
  pendingLinks: z.array(PendingLink).optional(),
});
export type Snapshot = z.infer<typeof Snapshot>;
