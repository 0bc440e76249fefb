import type { AccountId, AccountKind } from '../../shared/domain/account.ts';
import type { Random } from '../ports.ts';
import type { WriteTx } from '../store/database.ts';
import { setGroup } from '../store/groups.ts';
import { deletePendingLinks, findPendingLink } from '../store/pending-links.ts';
import { groupNamed } from './names.ts';

/** What an imported list said of an account that is being linked. */
export interface Taken {
  name: string;
  kind: AccountKind;
  /** Puts the account, once it is there, into its group. */
  group(account: AccountId): void;
}

/** Ends the waiting of the one with this identifier (in normal form), in the write that links it; null where nobody waited. */
export function takePending(parts: { random: Random }, tx: WriteTx, identifier: string): Taken | null {
  const pending = findPendingLink(tx, identifier);
  if (pending === null) return null;
  deletePendingLinks(tx, pending.id);
  const { name, kind, groupName } = pending;
  return {
    name,
    kind,
    group: (account) => {
      if (groupName !== '') setGroup(tx, account, groupNamed(parts, tx, groupName));
    },
  };
}
