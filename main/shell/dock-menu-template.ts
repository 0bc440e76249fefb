import type { MenuItemConstructorOptions } from 'electron/main';
import type { Unread } from '../../shared/domain/notifications.ts';
import type { AccountsPart } from '../../shared/domain/snapshot.ts';
import { accountItems, byLastUse, firstWithActive, type MenuActions, NOTHING_UNREAD } from './account-items.ts';

/** How many accounts the menu lists; the others are in the switcher. */
const LISTED = 10;

/** The menu of the icon in the macOS dock for what main shows now; the system adds its own items below. */
export function dockMenuTemplate(
  { accounts }: AccountsPart,
  actions: MenuActions,
  unread: Unread = NOTHING_UNREAD,
): MenuItemConstructorOptions[] {
  if (accounts.length === 0) return [];
  return [
    ...accountItems(firstWithActive(accounts.toSorted(byLastUse), LISTED), actions, unread),
    { type: 'separator' },
    { id: 'switch-account', label: 'Switch account...', click: () => actions.show('switcher') },
    { id: 'add-account', label: 'Add email or phone number...', click: () => actions.show('add') },
  ];
}
