import type { MenuItemConstructorOptions } from 'electron/main';
import type { AccountsPart } from '../../shared/domain/snapshot.ts';
import { accountItems, byLastUse, firstWithActive, type MenuActions } from './account-items.ts';

/** How many accounts the tray lists; the others are in the switcher. */
const LISTED = 10;

/** The tray's menu for what main shows now. */
export function trayTemplate({ accounts }: AccountsPart, actions: MenuActions): MenuItemConstructorOptions[] {
  const quit = { id: 'quit', label: 'Quit Switchboard', click: () => actions.quit() };
  if (accounts.length === 0) {
    return [{ id: 'sign-in', label: 'Sign in...', click: () => actions.show() }, { type: 'separator' }, quit];
  }
  const listed = firstWithActive(accounts.toSorted(byLastUse), LISTED);
  return [
    ...accountItems(listed, actions),
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
export function trayTooltip({ accounts }: AccountsPart): string {
  const active = accounts.find((account) => account.isActive);
  return active ? `Switchboard - ${active.identifier.display}` : 'Switchboard';
}
