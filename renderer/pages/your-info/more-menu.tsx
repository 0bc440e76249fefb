import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import type { Ref } from 'react';
import type { Account, AccountKind } from '../../../shared/domain/account.ts';
import type { GroupId } from '../../../shared/domain/group-id.ts';
import { checkedGroup, GroupItems } from '../../groups/group-items.tsx';
import { words as groupWords } from '../../groups/words.ts';
import { useSnapshot } from '../../stores/snapshot.ts';
import { checkedKind, KindItems } from './kind-items.tsx';
import { words } from './words.ts';

interface Props {
  account: Account;
  ref: Ref<HTMLButtonElement>;
  onEditName(): void;
  onProveAgain(): void;
  onPickKind(kind: AccountKind): void;
  onPickGroup(group: GroupId | null): void;
}

/** What is seldom changed of a linked account: its name, its proof, its group, and whose it is. */
export function MoreMenu({ account, ref, onEditName, onProveAgain, onPickKind, onPickGroup }: Props) {
  const hasGroups = useSnapshot(({ accounts }) => accounts.groups.length > 0);
  return (
    <Menu checkedValues={checkedKind(account.kind)}>
      <MenuTrigger disableButtonEnhancement>
        <Button
          ref={ref}
          appearance="subtle"
          icon={<MoreHorizontal20Regular />}
          aria-label={words.more(account.identifier.display)}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={onEditName}>{words.editName}</MenuItem>
          <MenuItem onClick={onProveAgain}>{words.proveAgain}</MenuItem>
          {hasGroups && (
            <Menu checkedValues={checkedGroup(account.groupId)}>
              <MenuTrigger disableButtonEnhancement>
                <MenuItem>{groupWords.group}</MenuItem>
              </MenuTrigger>
              <MenuPopover>
                <MenuList>
                  <GroupItems onPick={onPickGroup} />
                </MenuList>
              </MenuPopover>
            </Menu>
          )}
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{words.kind}</MenuGroupHeader>
            <KindItems onPick={onPickKind} />
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
