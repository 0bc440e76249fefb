import * as z from 'zod';
import { Instant } from './account.ts';

/** A message in the local mailbox, as plain text. It lives in memory until Switchboard quits. */
export const Message = z.strictObject({
  id: z.string(),
  receivedAt: Instant,
  from: z.string(),
  /** The recipient in words: an email, or a phone number in international form. */
  to: z.string(),
  subject: z.string(),
  text: z.string(),
});
export type Message = z.infer<typeof Message>;
