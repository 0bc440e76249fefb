import * as z from 'zod';
import { Download } from '../domain/tab.ts';
import { command, event } from './define.ts';

const nothing = z.strictObject({});

/** What pages gave to be saved since Switchboard started. */
export const downloads = {
  /** Newest first. */
  list: command({ input: nothing, output: z.array(Download), errors: [] }),
  /** One that is over by now is no refusal. `show` shows the file in its folder; no file is ever opened (security: W9). */
  act: command({
    input: z.strictObject({ id: z.uuid(), action: z.enum(['pause', 'resume', 'cancel', 'show', 'forget']) }),
    output: nothing,
    errors: [],
  }),
  changed: event(z.array(Download)),
};
