import * as z from 'zod';
import { AccountNotifications, Unread } from '../domain/notifications.ts';
import { command, event } from './define.ts';

const nothing = z.strictObject({});

/** What is unread in the open services, and when that is told. */
export const notifications = {
  read: command({ input: nothing, output: Unread, errors: [] }),
  /** What was chosen for single accounts; all others are on, with the quiet hours of all accounts. */
  settings: command({ input: nothing, output: z.array(AccountNotifications), errors: [] }),
  /** Chooses when an account may show notifications. */
  change: command({ input: AccountNotifications, output: nothing, errors: ['account-not-found'] }),
  unread: event(Unread),
};
