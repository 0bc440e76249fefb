import type { GroupId } from '../../shared/domain/group-id.ts';
import { ok, refuse, type Done, type Result } from '../../shared/errors.ts';
import type { Store } from '../store/database.ts';
import { findGroup, listGroups, setGroupPosition } from '../store/groups.ts';

/** Moves a group to stand before another one, or to the end with null. */
export function moveGroup(
  { store }: { store: Store },
  { groupId, before }: { groupId: GroupId; before: GroupId | null },
): Result<Done, 'group-not-found'> {
  return store.write((tx): Result<Done, 'group-not-found'> => {
    const moved = findGroup(tx, groupId);
    if (moved === null || (before !== null && findGroup(tx, before) === null)) return refuse('group-not-found');
    if (before === groupId) return ok({});
    const others = listGroups(tx).filter(({ id }) => id !== groupId);
    const place = before === null ? others.length : others.findIndex(({ id }) => id === before);
    others.toSpliced(place, 0, moved).forEach(({ id }, position) => setGroupPosition(tx, id, position));
    return ok({});
  });
}
