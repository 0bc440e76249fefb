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
import { checkedPlace, PlaceItems } from '../../browsers/place-items.tsx';
import { choosePlace } from '../../browsers/choose-place.ts';
import { readBrowsers, useBrowsers } from '../../browsers/use-browsers.ts';
import { words as browserWords } from '../../browsers/words.ts';
import type { Run } from '../../components/use-command.ts';
import { checkedKind, KindItems } from './kind-items.tsx';
import { words } from './words.ts';

interface Props {
  account: Account;
  ref: Ref<HTMLButtonElement>;
  run: Run;
  onEditName(): void;
  onProveAgain(): void;
  onPickKind(kind: AccountKind): void;
  onPickGroup(group: GroupId | null): void;
}

/** What is seldom changed of a linked account: its name, its proof, its group, whose it is, and where its services open. */
export function MoreMenu({ account, ref, run, onEditName, onProveAgain, onPickKind, onPickGroup }: Props) {
  const hasGroups = useSnapshot(({ accounts }) => accounts.groups.length > 0);
  const { place, installed } = useBrowsers(account.id);
  return (
    <Menu
      // In a small window it scrolls, instead of reaching out of it.
      positioning={{ position: 'below', align: 'end', autoSize: 'height' }}
      checkedValues={{ ...checkedKind(account.kind), ...checkedPlace(place) }}
      onOpenChange={(_, { open }) => open && void readBrowsers()}
    >
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
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{browserWords.openIn}</MenuGroupHeader>
            <PlaceItems installed={installed} onPick={(picked) => void choosePlace(run, account, picked)} />
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
