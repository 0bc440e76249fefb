import type { MenuItemConstructorOptions } from 'electron/main';
import type { Account, AccountId } from '../../shared/domain/account.ts';
import type { Page } from '../../shared/domain/environment.ts';
import type { ActOnTab } from './tab-menu-items.ts';

/** What items of the tray and the application menu do. They call commands or show a page; they decide nothing. */
export interface MenuActions {
  switchTo(accountId: AccountId): void;
  show(page?: Page): void;
  /** Acts on the service that is on screen. */
  tab: ActOnTab;
  quit(): void;
}

/** Makes text fit for a label: a single `&` would mark the next letter as the item's key. */
function menuLabel(text: string): string {
  return text.replaceAll('&', '&&');
}

/**
 * The accounts as radio items. The active account has to be among `accounts`: a radio group without a checked item
 * gets its first one checked by the system.
 */
export function accountItems(
  accounts: readonly Account[],
  actions: Pick<MenuActions, 'switchTo'>,
): MenuItemConstructorOptions[] {
  return accounts.map((account) => ({
    id: `account-${account.id}`,
    type: 'radio',
    label: menuLabel(account.identifier.display),
    checked: account.isActive,
    click: () => actions.switchTo(account.id),
  }));
}

/** The first `count` accounts; the active one takes the last place where it would not be among them. */
export function firstWithActive(accounts: readonly Account[], count: number): Account[] {
  const first = accounts.slice(0, count);
  const active = accounts.slice(count).find((account) => account.isActive);
  return active ? [...first.slice(0, -1), active] : first;
}
