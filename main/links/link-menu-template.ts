import type { Account, AccountId } from '../../shared/domain/account.ts';

/** An entry of a menu, as Electron's templates write it. */
export interface LinkMenuItem {
  id: string;
  label: string;
  click?: () => void;
  submenu?: LinkMenuItem[];
}

/** `Open as ...` for a link in a page: each account, and for each once or always. Empty where there is no other account. */
export function linkMenu(
  accounts: readonly Account[],
  openAs: (accountId: AccountId, always: boolean) => void,
): LinkMenuItem[] {
  if (accounts.length < 2) return [];
  const submenu = accounts.map(({ id, identifier }) => ({
    id: `open-as-${id}`,
    // A single & would mark the next letter as the key of the entry.
    label: identifier.display.replaceAll('&', '&&'),
    submenu: [
      { id: `open-as-${id}-once`, label: 'Once', click: () => openAs(id, false) },
      { id: `open-as-${id}-always`, label: 'Always for this site', click: () => openAs(id, true) },
    ],
  }));
  return [{ id: 'open-as', label: 'Open as', submenu }];
}
