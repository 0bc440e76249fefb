import { Menu } from 'electron/main';
import type { AccountsPart } from '../../shared/domain/snapshot.ts';
import type { MenuActions } from './account-items.ts';
import { appMenuTemplate, type AppMenuOptions } from './app-menu-template.ts';

/** Draws the application menu for what main shows now. */
export function renderAppMenu(accounts: AccountsPart, actions: MenuActions, options: AppMenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(appMenuTemplate(accounts, actions, options)));
}
