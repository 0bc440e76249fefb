import type { MenuItemConstructorOptions } from 'electron/main';
import type { Unread } from '../../shared/domain/notifications.ts';
import type { AccountsPart } from '../../shared/domain/snapshot.ts';
import { unreadWords } from '../../shared/unread.ts';
import { accountItems, byLastUse, firstWithActive, type MenuActions, NOTHING_UNREAD } from './account-items.ts';

/** How many accounts the tray lists; the others are in the switcher. */
const LISTED = 10;

/** The tray's menu for what main shows now. */
export function trayTemplate(
  { accounts }: AccountsPart,
  actions: MenuActions,
  unread: Unread = NOTHING_UNREAD,
): MenuItemConstructorOptions[] {
  const quit = { id: 'quit', label: 'Quit Switchboard', click: () => actions.quit() };
  if (accounts.length === 0) {
    return [{ id: 'sign-in', label: 'Sign in...', click: () => actions.show() }, { type: 'separator' }, quit];
  }
  const listed = firstWithActive(accounts.toSorted(byLastUse), LISTED);
  return [
    ...accountItems(listed, actions, unread),
    ...(accounts.length > LISTED
      ? [{ id: 'more-accounts', label: 'More accounts...', click: () => actions.show('switcher') }]
      : []),
    { type: 'separator' },
    { id: 'your-info', label: 'Your info', click: () => actions.show('your-info') },
    { id: 'add-account', label: 'Add email or phone number...', click: () => actions.show('add') },
    { type: 'separator' },
    quit,
  ];
}

/** What the tray's icon says when it is pointed at. */
export function trayTooltip({ accounts }: AccountsPart, { total }: Unread = NOTHING_UNREAD): string {
  const active = accounts.find((account) => account.isActive);
  const name = active ? `Switchboard - ${active.identifier.display}` : 'Switchboard';
  return total > 0 ? `${name}, ${unreadWords(total)}` : name;
}
