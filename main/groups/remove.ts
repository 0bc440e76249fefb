import type { GroupId } from '../../shared/domain/group-id.ts';
import { ok, refuse, type Done, type Result } from '../../shared/errors.ts';
import type { Store } from '../store/database.ts';
import { deleteGroup, findGroup } from '../store/groups.ts';

/** Deletes a group; its accounts stay. */
export function removeGroup(
  { store }: { store: Store },
  { groupId }: { groupId: GroupId },
): Result<Done, 'group-not-found'> {
  return store.write((tx): Result<Done, 'group-not-found'> => {
    if (findGroup(tx, groupId) === null) return refuse('group-not-found');
    deleteGroup(tx, groupId);
    return ok({});
  });
}
