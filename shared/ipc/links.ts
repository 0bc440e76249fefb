import * as z from 'zod';
import { AccountId } from '../domain/account.ts';
import { LinkDecision, LinkRule, LinkRuleId } from '../domain/link.ts';
import { command, event } from './define.ts';

const nothing = z.strictObject({});
const text = z.string().max(4096);
const what = { pattern: text, accountId: AccountId };

/** The rules that say which account opens a link; the first one that fits is taken. */
export const links = {
  /** In the order they are tried. */
  list: command({ input: nothing, output: z.array(LinkRule), errors: [] }),
  /** Adds a rule after all others. */
  add: command({
    input: z.strictObject(what),
    output: LinkRule,
    errors: ['pattern-invalid', 'account-not-found', 'too-many-link-rules'],
  }),
  change: command({
    input: z.strictObject({ ruleId: LinkRuleId, ...what }),
    output: LinkRule,
    errors: ['pattern-invalid', 'account-not-found', 'link-rule-not-found'],
  }),
  /** Moves a rule to stand before another one, or to the end with null. */
  move: command({
    input: z.strictObject({ ruleId: LinkRuleId, before: LinkRuleId.nullable() }),
    output: nothing,
    errors: ['link-rule-not-found'],
  }),
  /** One that is gone already is no refusal. */
  remove: command({ input: z.strictObject({ ruleId: LinkRuleId }), output: nothing, errors: [] }),
  /** Which rule and account an address would be opened by; it opens nothing. */
  decide: command({ input: z.strictObject({ address: text }), output: LinkDecision, errors: ['address-invalid'] }),
  /** All rules as JSON to keep or read: an array of pattern and identifier, in order. */
  exportRules: command({ input: nothing, output: z.strictObject({ json: z.string() }), errors: [] }),
  /** Opens an address where the account's services open. `always` first makes its host the account's, before all other rules. */
  openAs: command({
    input: z.strictObject({ accountId: AccountId, address: text, always: z.boolean() }),
    output: z.strictObject({ where: z.enum(['switchboard', 'browser']) }),
    errors: [
      'address-invalid',
      'pattern-invalid',
      'account-not-found',
      'too-many-link-rules',
      'browser-not-found',
      'open-failed',
    ],
  }),
  changed: event(nothing),
};
