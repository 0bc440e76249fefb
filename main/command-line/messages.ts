import * as z from 'zod';
import { TEXT_MAX } from './arguments.ts';

const text = z.string().min(1).max(TEXT_MAX);

/** What a command line asks of Switchboard. */
export const Request = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('list'), json: z.boolean() }),
  /** `account` is an identifier, the beginning of one, or a name. */
  z.strictObject({ command: z.literal('switch'), account: text }),
  /** `owner` is whose account it is, where Switchboard does not know. */
  z.strictObject({
    command: z.literal('open'),
    account: text,
    service: text,
    owner: z.enum(['personal', 'work']).nullable(),
  }),
  z.strictObject({ command: z.literal('link'), identifier: text.nullable() }),
]);
export type Request = z.infer<typeof Request>;

/** A request as it travels: only who can read the data folder knows the token. */
export const Call = z.strictObject({ token: z.string().length(64), request: Request });
export type Call = z.infer<typeof Call>;

/** What the command line prints and ends with: 0 and words for standard output, or 1 and why it was refused. */
export const Reply = z.strictObject({ status: z.union([z.literal(0), z.literal(1)]), text: z.string() });
export type Reply = z.infer<typeof Reply>;
