import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { ReOrderDotsVertical20Regular } from '@fluentui/react-icons/svg/re-order-dots-vertical';
import type { KeyboardEvent, Ref } from 'react';
import type { Move } from './order.ts';
import { words } from './words.ts';

const moves: readonly Move[] = ['up', 'down', 'top', 'bottom'];
const keys: Readonly<Record<string, Move>> = { ArrowUp: 'up', ArrowDown: 'down', Home: 'top', End: 'bottom' };

interface Props {
  /** What the row is called. */
  name: string;
  ref: Ref<HTMLButtonElement>;
  onMove(move: Move): void;
}

/** Moves a row: dragged by it, with Alt and an arrow, or from its menu. */
export function MoveHandle({ name, ref, onMove }: Props) {
  function moveByKey(event: KeyboardEvent) {
    const move = keys[event.key];
    if (!event.altKey || move === undefined) return;
    // Without Alt an arrow opens the menu.
    event.preventDefault();
    onMove(move);
  }
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          ref={ref}
          appearance="transparent"
          icon={<ReOrderDotsVertical20Regular />}
          aria-label={words.move(name)}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          title={words.moveHint}
          onKeyDown={moveByKey}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {moves.map((move) => (
            <MenuItem key={move} onClick={() => onMove(move)}>
              {words.moves[move]}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
