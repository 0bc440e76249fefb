import { registry, type RoleTarget } from '../registry.ts';
import { keysOf } from './accelerators.ts';
import type { Menu } from './menu.ts';
import type { MenuItem } from './menu-item.ts';

let applicationMenu: Menu | null = null;

/** `Menu.setApplicationMenu`: from now on its accelerators work in every window. */
export function setApplicationMenu(menu: Menu | null): void {
  applicationMenu = menu;
  registry.pages.forEach((page) => page.applyAccelerators());
}

export function getApplicationMenu(): Menu | null {
  return applicationMenu;
}

function itemsWithKeys(menu: Menu | null | undefined): [string, MenuItem][] {
  const found: [string, MenuItem][] = [];
  for (const item of menu?.items ?? []) {
    if (item.accelerator !== undefined) found.push([keysOf(item.accelerator), item]);
    found.push(...itemsWithKeys(item.submenu));
  }
  return found;
}

/** The keys that pages hand over to the application menu. */
export function acceleratorKeys(): string[] {
  return itemsWithKeys(applicationMenu).map(([keys]) => keys);
}

/** A page handed over these keys. */
export function clickAccelerator(keys: string, window: RoleTarget): void {
  const found = itemsWithKeys(applicationMenu).find(([itemKeys, item]) => itemKeys === keys && item.enabled);
  found?.[1].click({ triggeredByAccelerator: true }, window);
}
