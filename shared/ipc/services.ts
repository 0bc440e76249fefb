import * as z from 'zod';
import { AccountId } from '../domain/account.ts';
import { command } from './define.ts';

/** The services of the catalogue. */
export const services = {
  /**
   * Opens a service of the catalogue where the account's services open, with the account as sign-in hint where it takes one.
   * `owner` says which of its addresses: an account whose kind is unknown is shown both.
   */
  open: command({
    input: z.strictObject({
      accountId: AccountId,
      serviceId: z.string().max(64),
      owner: z.enum(['personal', 'work']),
    }),
    output: z.strictObject({ where: z.enum(['switchboard', 'browser']) }),
    errors: ['account-not-found', 'service-not-found', 'browser-not-found', 'open-failed'],
  }),
};
