import { EventEmitter } from 'node:events';
import { makeEvent } from '../events.ts';
import { completeClass } from '../refuse.ts';
import { getApplicationMenu, setApplicationMenu } from './application-menu.ts';
import { MenuItem } from './menu-item.ts';

/** `Menu`. It is drawn nowhere but in the tray; a test finds its items and clicks them. */
export class Menu extends EventEmitter {
  static readonly setApplicationMenu = setApplicationMenu;
  static readonly getApplicationMenu = getApplicationMenu;
  /** The menus that `popup` was called on. For tests; Electron has no such list. */
  static readonly popups: Menu[] = [];
  readonly items: MenuItem[] = [];

  static buildFromTemplate(template: (Electron.MenuItemConstructorOptions | MenuItem)[]): Menu {
    const menu = new Menu();
    for (const entry of template) menu.append(entry instanceof MenuItem ? entry : itemFrom(entry));
    return menu;
  }

  append(item: MenuItem): void {
    item.menu = this;
    this.items.push(item);
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      if (item.id === id) return item;
      const inside = item.submenu?.getMenuItemById(id);
      if (inside) return inside;
    }
    return null;
  }

  popup(): void {
    Menu.popups.push(this);
    this.emit('menu-will-show', makeEvent());
  }
  closePopup(): void {
    this.emit('menu-will-close', makeEvent());
  }
}
completeClass(Menu);

function itemFrom(options: Electron.MenuItemConstructorOptions): MenuItem {
  const { submenu } = options;
  if (submenu === undefined) return new MenuItem(options);
  if (Array.isArray(submenu)) return new MenuItem(options, Menu.buildFromTemplate(submenu));
  if (submenu instanceof Menu) return new MenuItem(options, submenu);
  throw new TypeError('Invalid submenu');
}
