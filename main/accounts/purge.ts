import type { AccountId } from '../../shared/domain/account.ts';
import { deleteAccount, findByIdentifier, listRemoved } from '../store/accounts.ts';
import { deleteClosedOf } from '../store/challenges.ts';
import type { AccountParts } from './parts.ts';
import type { Undos } from './undo.ts';

/** Takes the removed accounts that are due out of the files; from then on nothing gives them back. */
export function purge(parts: AccountParts, undos: Undos, isDue: (id: AccountId) => boolean): void {
  const { store, log } = parts;
  const due = listRemoved(store.read).filter(({ id }) => isDue(id));
  for (const { id } of due) undos.get(id)?.callOff();
  if (due.length === 0) return;
  store.erase((tx) => {
    for (const account of due) {
      deleteAccount(tx, account.id);
      parts.vault.drop(tx, account.id);
      // An open challenge, or an account there now, is of somebody who adds the identifier anew.
      if (findByIdentifier(tx, account.identifier) === null) deleteClosedOf(tx, account.identifier);
    }
  });
  for (const { id, identifier } of due) {
    undos.delete(id);
    log.event('account-erased', { account: parts.tagOf(identifier) });
  }
}
