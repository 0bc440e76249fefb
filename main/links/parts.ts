import type { AccountId } from '../../shared/domain/account.ts';
import type { Result } from '../../shared/errors.ts';
import type { Opened, OpenRefusal } from '../accounts/open-address.ts';
import type { Ports } from '../ports.ts';
import type { Store } from '../store/database.ts';

/** What the rules about links work with. */
export interface LinkParts extends Pick<Ports, 'random'> {
  store: Store;
  /** Opens an address that passed the gate where the account's services open. */
  openAddress(accountId: AccountId, address: URL): Promise<Result<Opened, OpenRefusal>>;
}
