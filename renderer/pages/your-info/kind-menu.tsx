import { Menu, MenuButton, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import type { AccountKind } from '../../../shared/domain/account.ts';
import { kindWords } from '../../words/account.ts';
import { checkedKind, KindItems } from './kind-items.tsx';
import { words } from './words.ts';

/** Shows whose account it is, and lets the person say it: Switchboard cannot know. */
export function KindMenu({ kind, onPick }: { kind: AccountKind; onPick(kind: AccountKind): void }) {
  return (
    <Menu checkedValues={checkedKind(kind)}>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="secondary">{words.kindOf(kindWords[kind])}</MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <KindItems onPick={onPick} />
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
