import type { AccountId } from './domain/account.ts';
import type { SetUp } from './domain/way.ts';

/** The account that a way sends codes from; null where it is none. */
export function senderOf(setUp: SetUp): AccountId | null {
  if (setUp.name === 'graph') return setUp.accountId;
  return setUp.name === 'smtp' && setUp.login.kind === 'account' ? setUp.login.accountId : null;
}
