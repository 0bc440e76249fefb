import { GroupId } from '../../shared/domain/group-id.ts';
import { ok, type Result } from '../../shared/errors.ts';
import type { Random } from '../ports.ts';
import type { Store } from '../store/database.ts';
import { addGroup } from '../store/groups.ts';
import { groupName, type GroupNameRefusal } from './names.ts';

/** Makes a group with nobody in it, after all others. */
export function createGroup(
  { store, random }: { store: Store; random: Random },
  { name, color }: { name: string; color: number },
): Result<{ groupId: GroupId }, GroupNameRefusal> {
  return store.write((tx): Result<{ groupId: GroupId }, GroupNameRefusal> => {
    const tidy = groupName(tx, name, null);
    if (!tidy.ok) return tidy;
    const groupId = GroupId.parse(random.uuid());
    addGroup(tx, { id: groupId, name: tidy.value, color });
    return ok({ groupId });
  });
}
