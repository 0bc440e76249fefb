import * as z from 'zod';
import { Message } from '../domain/message.ts';
import { command, event } from './define.ts';

/** The local mailbox. */
export const mailbox = {
  /** The messages of the local mailbox, newest first. */
  list: command({ input: z.strictObject({}), output: z.array(Message), errors: [] }),
  changed: event(z.strictObject({})),
};
