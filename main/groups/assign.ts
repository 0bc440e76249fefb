import type { AccountId } from '../../shared/domain/account.ts';
import type { GroupId } from '../../shared/domain/group-id.ts';
import { ok, refuse, type Done, type Result } from '../../shared/errors.ts';
import { findAccount } from '../store/accounts.ts';
import type { Store } from '../store/database.ts';
import { findGroup, setGroup } from '../store/groups.ts';

/** Puts accounts into a group, or out of any with null, in one write. Who is gone by now is left out. */
export function assignGroup(
  { store }: { store: Store },
  { accountIds, groupId }: { accountIds: readonly AccountId[]; groupId: GroupId | null },
): Result<Done, 'group-not-found'> {
  return store.write((tx): Result<Done, 'group-not-found'> => {
    if (groupId !== null && findGroup(tx, groupId) === null) return refuse('group-not-found');
    for (const id of accountIds) if (findAccount(tx, id) !== null) setGroup(tx, id, groupId);
    return ok({});
  });
}
