import type { LinkRule } from '../../shared/domain/link.ts';
import { mismatch, parsePattern, type Pattern } from './pattern.ts';

/** A rule with its pattern taken apart, so that 500 of them are tried in microseconds. */
export interface ReadyRule {
  rule: LinkRule;
  pattern: Pattern;
}

/** Takes the patterns of rules apart, once for many addresses. */
export function readyRules(rules: readonly LinkRule[]): ReadyRule[] {
  return rules.flatMap(({ id, pattern, accountId }) => {
    const parsed = parsePattern(pattern);
    return parsed.ok ? [{ rule: { id, pattern, accountId }, pattern: parsed.value }] : [];
  });
}

/** The first rule whose pattern fits an address; null where none does. */
export function decide(rules: readonly ReadyRule[], address: URL): LinkRule | null {
  return rules.find(({ pattern }) => mismatch(pattern, address) === null)?.rule ?? null;
}
