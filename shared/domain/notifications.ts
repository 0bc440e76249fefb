import * as z from 'zod';
import { AccountId } from './account.ts';

/** A time of day on the clock on the wall, `00:00` to `23:59`. */
export const TimeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
export type TimeOfDay = z.infer<typeof TimeOfDay>;

/** Every day from the one time to the other, over midnight where `until` is the earlier one; the whole day where both are the same. */
export const QuietHours = z.strictObject({ from: TimeOfDay, until: TimeOfDay });
export type QuietHours = z.infer<typeof QuietHours>;

/** When an account may show notifications. */
export const AccountNotifications = z.strictObject({
  accountId: AccountId,
  isOn: z.boolean(),
  /** Hours of its own; `general`: those of all accounts; `none`: at any time. */
  quiet: z.union([z.enum(['general', 'none']), QuietHours]),
});
export type AccountNotifications = z.infer<typeof AccountNotifications>;

/** How much is unread in an account's open services, by what their titles say. */
export const AccountUnread = z.strictObject({
  accountId: AccountId,
  count: z.int().positive(),
  /** Some of it was said by a tab that sleeps now, and may have changed. */
  isLastKnown: z.boolean(),
});
export type AccountUnread = z.infer<typeof AccountUnread>;

/** The accounts that have something unread, and the sum. */
export const Unread = z.strictObject({ total: z.int().nonnegative(), accounts: z.array(AccountUnread) });
export type Unread = z.infer<typeof Unread>;
