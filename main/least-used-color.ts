import { COLOR_COUNT } from '../shared/domain/account.ts';

/** The colour that fewest accounts have, the lowest of those. */
export function leastUsedColor(accounts: readonly { color: number }[]): number {
  const uses = Array.from({ length: COLOR_COUNT }, () => 0);
  for (const { color } of accounts) uses[color] = (uses[color] ?? 0) + 1;
  return uses.indexOf(Math.min(...uses));
}
