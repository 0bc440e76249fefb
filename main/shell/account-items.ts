import type { MenuItemConstructorOptions } from 'electron/main';
import type { Account, AccountId } from '../../shared/domain/account.ts';
import type { Page } from '../../shared/domain/environment.ts';
import type { Unread } from '../../shared/domain/notifications.ts';
import { unreadNumber } from '../../shared/unread.ts';
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

/** Nothing is unread. */
export const NOTHING_UNREAD: Unread = { total: 0, accounts: [] };

/**
 * The accounts as radio items; what is unread stands behind the identifier, because Linux shows no second line. The active account has to be among `accounts`: a radio group without a checked item
 * gets its first one checked by the system.
 */
export function accountItems(
  accounts: readonly Account[],
  actions: Pick<MenuActions, 'switchTo'>,
  unread: Unread,
): MenuItemConstructorOptions[] {
  const counts = new Map(unread.accounts.map(({ accountId, count }) => [accountId, ` (${unreadNumber(count)})`]));
  return accounts.map((account) => ({
    id: `account-${account.id}`,
    type: 'radio',
    label: menuLabel(account.identifier.display) + (counts.get(account.id) ?? ''),
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

/** The primary account first, the others by last use; those never used keep the person's order, at the end. */
export function byLastUse(a: Account, b: Account): number {
  if (a.isPrimary !== b.isPrimary) return a.isPrimary ? -1 : 1;
  const [left, right] = [a.lastUsedAt ?? '', b.lastUsedAt ?? ''];
  if (left === right) return 0;
  return left > right ? -1 : 1;
}
