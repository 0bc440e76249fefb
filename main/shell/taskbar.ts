import { app, Menu } from 'electron/main';
import type { Unread } from '../../shared/domain/notifications.ts';
import type { AccountsPart } from '../../shared/domain/snapshot.ts';
import type { Log } from '../log.ts';
import type { MenuActions } from './account-items.ts';
import { dockMenuTemplate } from './dock-menu-template.ts';
import { jumpListTemplate } from './jump-list-template.ts';

/** Draws the accounts where the system shows our icon: in the jump list of Windows, or in the dock of macOS. */
export function renderTaskbar(accounts: AccountsPart, unread: Unread, actions: MenuActions, log: Log): void {
  if (process.platform === 'darwin') {
    app.dock?.setMenu(Menu.buildFromTemplate(dockMenuTemplate(accounts, actions, unread)));
  }
  if (process.platform === 'win32') renderJumpList(accounts, log);
}

function renderJumpList(accounts: AccountsPart, log: Log): void {
  const list = jumpListTemplate(accounts.accounts, {
    program: process.execPath,
    args: [...(app.isPackaged ? [] : [app.getAppPath()]), '--data', app.getPath('userData')],
    removed: app.getJumpListSettings().removedItems,
  });
  // It answers what went wrong, and does not throw. A person who keeps no recent items has none here either.
  const answer = app.setJumpList(list);
  if (answer !== 'ok') log.event('jump-list-refused', { answer });
}
