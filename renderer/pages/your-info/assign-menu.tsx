import { Menu, MenuButton, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import type { Account } from '../../../shared/domain/account.ts';
import type { GroupId } from '../../../shared/domain/group-id.ts';
import { announce } from '../../components/announce.tsx';
import { assign } from '../../groups/assign.ts';
import { checkedGroup, GroupItems } from '../../groups/group-items.tsx';
import { notify } from '../../stores/notices.ts';
import { wordsFor } from '../../../shared/words/errors.ts';
import { words } from './words.ts';

/** Puts every account that is shown into a group at once. */
export function AssignMenu({ accounts }: { accounts: readonly Account[] }) {
  const [first] = accounts;
  const common = accounts.every(({ groupId }) => groupId === first?.groupId) ? first?.groupId : undefined;

  async function pick(group: GroupId | null) {
    const answer = await assign(
      accounts.map(({ id }) => id),
      group,
    );
    if (answer.ok) announce(words.assigned(accounts.length));
    else notify(wordsFor(answer.error), 'error');
  }

  return (
    <Menu checkedValues={checkedGroup(common)}>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton>{words.assign(accounts.length)}</MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <GroupItems onPick={(group) => void pick(group)} />
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
