import * as z from 'zod';
import { AccountId } from '../domain/account.ts';
import { command } from './define.ts';

const which = z.strictObject({
  accountId: AccountId,
  serviceId: z.string().max(64),
  owner: z.enum(['personal', 'work']),
});

/** The services of the catalogue. */
export const services = {
  /**
   * Opens a service of the catalogue where the account's services open, with the account as sign-in hint where it takes
   * one: as a tab in its session, which makes it the active account, or goes to the tab where it is open already; or in
   * its profile of a real browser. `owner` says which of its addresses: an account of unknown kind is shown both.
   */
  open: command({
    input: which,
    output: z.strictObject({ where: z.enum(['switchboard', 'browser']) }),
    errors: ['account-not-found', 'service-not-found', 'browser-not-found', 'open-failed'],
  }),
  /** Opens a service in a real browser, wherever the account's services open otherwise. */
  openInBrowser: command({
    input: which,
    output: z.strictObject({}),
    errors: ['account-not-found', 'service-not-found', 'browser-not-found', 'open-failed'],
  }),
};
