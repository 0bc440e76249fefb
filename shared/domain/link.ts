import * as z from 'zod';
import { AccountId } from './account.ts';

/** Our own id of a rule: a UUID in lower case. */
export const LinkRuleId = z.uuid().lowercase().brand('LinkRuleId');
export type LinkRuleId = z.infer<typeof LinkRuleId>;

/** How many rules there may be. */
export const LINK_RULES_MAX = 500;

/** Says which account opens the addresses that a pattern fits. */
export const LinkRule = z.strictObject({
  id: LinkRuleId,
  /** In normal form; its language is written down in `main/links/pattern.ts`. */
  pattern: z.string(),
  accountId: AccountId,
});
export type LinkRule = z.infer<typeof LinkRule>;

/** Which account an address is for. */
export const LinkDecision = z.strictObject({
  /** The address as it would be opened. */
  address: z.string(),
  /** Its host, with the port where that is not the usual one. */
  host: z.string(),
  /** The first rule that fits; null where none does, and the person picks the account. */
  rule: LinkRule.nullable(),
});
export type LinkDecision = z.infer<typeof LinkDecision>;
