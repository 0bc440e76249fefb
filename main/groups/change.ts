import type { GroupId } from '../../shared/domain/group-id.ts';
import { ok, refuse, type Done, type Result } from '../../shared/errors.ts';
import type { Store } from '../store/database.ts';
import { findGroup, saveGroup } from '../store/groups.ts';
import { groupName, type GroupNameRefusal } from './names.ts';

/** Gives a group another name and colour. */
export function changeGroup(
  { store }: { store: Store },
  { groupId, name, color }: { groupId: GroupId; name: string; color: number },
): Result<Done, 'group-not-found' | GroupNameRefusal> {
  return store.write((tx): Result<Done, 'group-not-found' | GroupNameRefusal> => {
    if (findGroup(tx, groupId) === null) return refuse('group-not-found');
    const tidy = groupName(tx, name, groupId);
    if (!tidy.ok) return tidy;
    saveGroup(tx, { id: groupId, name: tidy.value, color });
    return ok({});
  });
}
