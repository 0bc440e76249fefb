import * as z from 'zod';
import { AccountId } from '../domain/account.ts';
import { SiteAnswer, SitePermission } from '../domain/tab.ts';
import { command } from './define.ts';

/** What the person allowed and refused to the pages of an account; `tabs.answer` adds to it. */
export const permissions = {
  /** By origin. */
  list: command({ input: z.strictObject({ accountId: AccountId }), output: z.array(SiteAnswer), errors: [] }),
  /** Takes an answer back: the page asks again. */
  forget: command({
    input: z.strictObject({ accountId: AccountId, origin: z.string().max(300), permission: SitePermission }),
    output: z.strictObject({}),
    errors: [],
  }),
};
