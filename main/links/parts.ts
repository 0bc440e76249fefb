import type { AccountId } from '../../shared/domain/account.ts';
import type { Result } from '../../shared/errors.ts';
import type { Ports } from '../ports.ts';
import type { Store } from '../store/database.ts';

/** What opening an address as an account may be refused with. */
export type OpenAsRefusal = 'account-not-found' | 'browser-not-found' | 'open-failed';

/** What the rules about links work with. */
export interface LinkParts extends Pick<Ports, 'random'> {
  store: Store;
  /** Opens an address that passed the gate where the account's services open. */
  openAddress(accountId: AccountId, address: URL): Promise<Result<{ where: 'switchboard' | 'browser' }, OpenAsRefusal>>;
}
