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
   * Opens a service of the catalogue, with the account as sign-in hint where the service takes one: as a tab in the
   * account's session, which becomes the active account's and is shown; or goes to the tab where it is open already.
   * `owner` says which of its addresses: an account whose kind is unknown is shown both. Answers where it opened.
   */
  open: command({
    input: which,
    output: z.strictObject({ where: z.enum(['switchboard', 'browser']) }),
    errors: ['account-not-found', 'service-not-found', 'open-failed'],
  }),
  /** Opens a service in a real browser, wherever the account's services open otherwise. */
  openInBrowser: command({
    input: which,
    output: z.strictObject({}),
    errors: ['account-not-found', 'service-not-found', 'open-failed'],
  }),
};
