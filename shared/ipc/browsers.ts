import * as z from 'zod';
import { AccountId } from '../domain/account.ts';
import { BrowsersState, ServicesPlace } from '../domain/browser.ts';
import { command, event } from './define.ts';

const nothing = z.strictObject({});

/** Real browsers, in which each account has a profile of its own. */
export const browsers = {
  /** Looks for the browsers anew. */
  read: command({ input: nothing, output: BrowsersState, errors: [] }),
  /** Says where the account's services open from now on. What its profile elsewhere holds stays there. */
  choose: command({
    input: z.strictObject({ accountId: AccountId, place: ServicesPlace }),
    output: nothing,
    errors: ['account-not-found', 'browser-not-found'],
  }),
  /** Some account's choice is another one. */
  changed: event(nothing),
};
