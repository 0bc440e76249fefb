import type { AccountId } from '../../shared/domain/account.ts';
import type { ServicesPlace } from '../../shared/domain/browser.ts';
import { refuse, type Done, type Result } from '../../shared/errors.ts';
import { setBrowserChoice } from '../store/browser-choices.ts';
import { changeAccount } from './change.ts';
import type { AccountParts } from './parts.ts';

/** Says where an account's services open from now on. */
export function choosePlace(
  parts: Pick<AccountParts, 'store' | 'browsers'>,
  { accountId, place }: { accountId: AccountId; place: ServicesPlace },
): Result<Done, 'account-not-found' | 'browser-not-found'> {
  const browser = place === 'switchboard' ? null : place;
  if (browser !== null && !parts.browsers.isInstalled(browser)) return refuse('browser-not-found', { browser });
  return changeAccount(parts, accountId, (tx) => {
    setBrowserChoice(tx, accountId, browser);
    tx.afterCommit(() => parts.browsers.tell());
  });
}
