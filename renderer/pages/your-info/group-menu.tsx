import { Menu, MenuButton, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import type { Account } from '../../../shared/domain/account.ts';
import type { GroupId } from '../../../shared/domain/group-id.ts';
import { checkedGroup, GroupItems } from '../../groups/group-items.tsx';
import { useSnapshot } from '../../stores/snapshot.ts';
import { words } from './words.ts';

interface Props {
  account: Account;
  onPick(group: GroupId | null): void;
}

/** Shows the group that an account is in, and puts it into another; nothing where there is no group. */
export function GroupMenu({ account: { groupId }, onPick }: Props) {
  const groups = useSnapshot(({ accounts }) => accounts.groups);
  if (groups.length === 0) return null;
  const name = groups.find(({ id }) => id === groupId)?.name;
  return (
    <Menu checkedValues={checkedGroup(groupId)}>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton>{words.groupOf(name)}</MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <GroupItems onPick={onPick} />
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
