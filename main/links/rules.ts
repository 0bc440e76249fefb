import type { AccountId } from '../../shared/domain/account.ts';
import { LINK_RULES_MAX, LinkRuleId, type LinkRule } from '../../shared/domain/link.ts';
import { ok, refuse, type Done, type Result } from '../../shared/errors.ts';
import { findPresent } from '../accounts/change.ts';
import type { WriteTx } from '../store/database.ts';
import {
  addLinkRule,
  changeLinkRule,
  deleteLinkRule,
  listLinkRules,
  setLinkRulePosition,
} from '../store/link-rules.ts';
import type { LinkParts } from './parts.ts';
import { parsePattern, showPattern } from './pattern.ts';

/** What a rule says. */
export interface RuleInput {
  /** As typed. */
  pattern: string;
  accountId: AccountId;
}

/** Adds a rule after all others. */
export function addRule(
  { store, random }: LinkParts,
  { pattern, accountId }: RuleInput,
): Result<LinkRule, 'pattern-invalid' | 'account-not-found' | 'too-many-link-rules'> {
  const parsed = parsePattern(pattern);
  if (!parsed.ok) return parsed;
  const rule = { id: newId(random), pattern: showPattern(parsed.value), accountId };
  return store.write((tx): Result<LinkRule, 'account-not-found' | 'too-many-link-rules'> => {
    if (findPresent(tx, accountId) === null) return refuse('account-not-found');
    if (listLinkRules(tx).length >= LINK_RULES_MAX) return refuse('too-many-link-rules', { max: LINK_RULES_MAX });
    addLinkRule(tx, rule, 'last');
    return ok(rule);
  });
}

/** Makes a host the account's before all other rules, and drops the rules that said otherwise of that very host. */
export function addRuleFirst(
  { store, random }: LinkParts,
  { pattern, accountId }: RuleInput,
): Result<Done, 'pattern-invalid' | 'too-many-link-rules'> {
  const parsed = parsePattern(pattern);
  if (!parsed.ok) return parsed;
  const shown = showPattern(parsed.value);
  return store.write((tx): Result<Done, 'too-many-link-rules'> => {
    const rules = listLinkRules(tx);
    const same = rules.filter((rule) => rule.pattern === shown);
    if (rules.length - same.length >= LINK_RULES_MAX) return refuse('too-many-link-rules', { max: LINK_RULES_MAX });
    for (const { id } of same) deleteLinkRule(tx, id);
    addLinkRule(tx, { id: newId(random), pattern: shown, accountId }, 'first');
    return ok({});
  });
}

/** Changes what a rule says; it stays where it stands. */
export function changeRule(
  { store }: LinkParts,
  { ruleId, pattern, accountId }: RuleInput & { ruleId: LinkRuleId },
): Result<LinkRule, 'pattern-invalid' | 'account-not-found' | 'link-rule-not-found'> {
  const parsed = parsePattern(pattern);
  if (!parsed.ok) return parsed;
  const rule = { id: ruleId, pattern: showPattern(parsed.value), accountId };
  return store.write((tx): Result<LinkRule, 'account-not-found' | 'link-rule-not-found'> => {
    if (findPresent(tx, accountId) === null) return refuse('account-not-found');
    if (!isThere(tx, ruleId)) return refuse('link-rule-not-found');
    changeLinkRule(tx, rule);
    return ok(rule);
  });
}

/** Moves a rule to stand before another one, or to the end with null. */
export function moveRule(
  { store }: LinkParts,
  { ruleId, before }: { ruleId: LinkRuleId; before: LinkRuleId | null },
): Result<Done, 'link-rule-not-found'> {
  return store.write((tx): Result<Done, 'link-rule-not-found'> => {
    if (!isThere(tx, ruleId) || (before !== null && !isThere(tx, before))) return refuse('link-rule-not-found');
    if (before === ruleId) return ok({});
    const rules = listLinkRules(tx);
    const others = rules.filter(({ id }) => id !== ruleId);
    const place = before === null ? others.length : others.findIndex(({ id }) => id === before);
    const moved = others.map(({ id }) => id).toSpliced(place, 0, ruleId);
    // The places stay the same, so that only the rules between the old and the new one are written.
    rules.forEach(({ position, id: was }, index) => {
      const now = moved[index];
      if (now !== undefined && now !== was) setLinkRulePosition(tx, now, position);
    });
    return ok({});
  });
}

function isThere(tx: WriteTx, ruleId: LinkRuleId): boolean {
  return listLinkRules(tx).some(({ id }) => id === ruleId);
}

function newId(random: LinkParts['random']): LinkRuleId {
  return LinkRuleId.parse(random.uuid());
}
