import { MenuItemRadio } from '@fluentui/react-components';
import type { GroupId } from '../../shared/domain/group-id.ts';
import { useSnapshot } from '../stores/snapshot.ts';
import { GroupChip } from './group-chip.tsx';
import { words } from './words.ts';

const NONE = 'none';

/** What a menu that holds `GroupItems` says is checked; undefined where its accounts are in several. */
export function checkedGroup(group: GroupId | null | undefined): Record<string, string[]> {
  return { group: group === undefined ? [] : [group ?? NONE] };
}

/** The groups as radio items of a menu, and none of them. */
export function GroupItems({ onPick }: { onPick(group: GroupId | null): void }) {
  const groups = useSnapshot(({ accounts }) => accounts.groups);
  return (
    <>
      <MenuItemRadio name="group" value={NONE} onClick={() => onPick(null)}>
        {words.noGroup}
      </MenuItemRadio>
      {groups.map((group) => (
        <MenuItemRadio key={group.id} name="group" value={group.id} onClick={() => onPick(group.id)}>
          <GroupChip group={group} />
        </MenuItemRadio>
      ))}
    </>
  );
}
