import type { AccountId } from '../../shared/domain/account.ts';
import type { LinkDecision, LinkRule, LinkRuleId } from '../../shared/domain/link.ts';
import { ok, refuse, type Done, type Result } from '../../shared/errors.ts';
import { externalAddress } from '../external-address.ts';
import { listAccounts } from '../store/accounts.ts';
import { deleteLinkRule, listLinkRules } from '../store/link-rules.ts';
import { decide, readyRules, type ReadyRule } from './decide.ts';
import { openAs, type OpenAsInput } from './open-as.ts';
import type { LinkParts } from './parts.ts';
import { addRule, changeRule, moveRule, type RuleInput } from './rules.ts';

/** Which account opens which link. */
export interface Links {
  list(): LinkRule[];
  add(input: RuleInput): ReturnType<typeof addRule>;
  change(input: RuleInput & { ruleId: LinkRuleId }): ReturnType<typeof changeRule>;
  move(input: { ruleId: LinkRuleId; before: LinkRuleId | null }): Result<Done, 'link-rule-not-found'>;
  remove(input: { ruleId: LinkRuleId }): Result<Done, never>;
  decide(input: { address: string }): Result<LinkDecision, 'address-invalid'>;
  exportRules(): Result<{ json: string }, never>;
  openAs(input: OpenAsInput): ReturnType<typeof openAs>;
  /** Who opens a link that was clicked in some account's page: the account of the first rule that fits; null where none does. */
  accountFor(address: URL): AccountId | null;
  onChange(listener: () => void): () => void;
}

export function createLinks(parts: LinkParts): Links {
  const { store } = parts;
  const listeners = new Set<() => void>();
  // Kept between changes: a page asks for each link that is clicked.
  let known: readonly ReadyRule[] | null = null;
  const rules = () => (known ??= readyRules(listLinkRules(store.read)));
  const changed = () => {
    known = null;
    for (const listener of listeners) listener();
  };
  // The rules of a removed account go and come with it.
  store.onCommit(({ topics }) => {
    if (topics.includes('accounts')) known = null;
  });

  function telling<R extends Result<unknown>>(answer: R): R {
    if (answer.ok) changed();
    return answer;
  }

  return {
    list: () => rules().map(({ rule }) => rule),
    add: (input) => telling(addRule(parts, input)),
    change: (input) => telling(changeRule(parts, input)),
    move: (input) => telling(moveRule(parts, input)),
    remove: ({ ruleId }) => telling(store.write((tx) => (deleteLinkRule(tx, ruleId), ok({})))),
    decide({ address }) {
      const url = externalAddress(address.trim());
      if (url === null) return refuse('address-invalid');
      return ok({ address: url.href, host: url.host, rule: decide(rules(), url) });
    },
    exportRules() {
      const addresses = new Map(listAccounts(store.read).map(({ id, address }) => [id, address]));
      const shown = rules().map(({ rule }) => ({
        pattern: rule.pattern,
        identifier: addresses.get(rule.accountId) ?? '',
      }));
      return ok({ json: JSON.stringify(shown, null, 2) });
    },
    openAs: (input) => openAs(parts, input, changed),
    accountFor: (address) => decide(rules(), address)?.accountId ?? null,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
