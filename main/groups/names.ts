import type { Group } from '../../shared/domain/group.ts';
import { GroupId } from '../../shared/domain/group-id.ts';
import { refuse, type Result } from '../../shared/errors.ts';
import { leastUsedColor } from '../least-used-color.ts';
import type { Random } from '../ports.ts';
import { addGroup, listGroups } from '../store/groups.ts';
import type { ReadDb, WriteTx } from '../store/database.ts';
import { tidyName } from '../tidy-name.ts';

/** Why a group cannot be called so. */
export type GroupNameRefusal = 'group-name-empty' | 'group-name-taken' | 'name-too-long';

/** The name as it is kept, unless another group than `self` has it, whatever the case. */
export function groupName(db: ReadDb, typed: string, self: GroupId | null): Result<string, GroupNameRefusal> {
  const name = tidyName(typed);
  if (!name.ok) return name;
  if (name.value === '') return refuse('group-name-empty');
  const there = findNamed(db, name.value);
  return there === undefined || there.id === self ? name : refuse('group-name-taken');
}

/** The group of this tidied name; made where there is none. */
export function groupNamed({ random }: { random: Random }, tx: WriteTx, name: string): GroupId {
  const there = findNamed(tx, name);
  if (there !== undefined) return there.id;
  const id = GroupId.parse(random.uuid());
  addGroup(tx, { id, name, color: leastUsedColor(listGroups(tx)) });
  return id;
}

function findNamed(db: ReadDb, name: string): Group | undefined {
  return listGroups(db).find((group) => folded(group.name) === folded(name));
}

const folded = (name: string) => name.toLowerCase();
