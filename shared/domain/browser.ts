import * as z from 'zod';
import { AccountId } from './account.ts';

/** The browsers in which an account can have a profile of its own. */
export const BrowserName = z.enum(['edge', 'chrome', 'chromium', 'firefox']);
export type BrowserName = z.infer<typeof BrowserName>;

/** Where an account's services open: in its session here, or in its profile of a browser. */
export const ServicesPlace = z.enum(['switchboard', ...BrowserName.options]);
export type ServicesPlace = z.infer<typeof ServicesPlace>;

/** The browsers of this computer, and what the accounts chose. */
export const BrowsersState = z.strictObject({
  installed: z.array(BrowserName),
  /** Accounts that are not named open their services in Switchboard. */
  choices: z.array(z.strictObject({ accountId: AccountId, browser: BrowserName })),
});
export type BrowsersState = z.infer<typeof BrowsersState>;
