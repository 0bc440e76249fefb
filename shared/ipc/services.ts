import * as z from 'zod';
import { AccountId } from '../domain/account.ts';
import { command } from './define.ts';

/** The services of the catalogue. */
export const services = {
  /**
   * Opens a service of the catalogue in the system browser, with the account as sign-in hint where the service takes one.
   * `owner` says which of its addresses: an account whose kind is unknown is shown both.
   */
  open: command({
    input: z.strictObject({
      accountId: AccountId,
      serviceId: z.string().max(64),
      owner: z.enum(['personal', 'work']),
    }),
    output: z.strictObject({}),
    errors: ['account-not-found', 'service-not-found', 'open-failed'],
  }),
};
