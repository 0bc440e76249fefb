import type { AccountId } from '../../shared/domain/account.ts';
import { incidentId } from '../log.ts';
import { deleteAccount, findByIdentifier, listRemoved, type StoredAccount } from '../store/accounts.ts';
import { deleteClosedOf } from '../store/challenges.ts';
import type { WriteTx } from '../store/database.ts';
import { deleteSetUp } from '../store/ways.ts';
import type { AccountParts } from './parts.ts';
import { sendingFrom } from './sender.ts';
import type { Undos } from './undo.ts';

/** Takes the removed accounts that are due out of the files; from then on nothing gives them back. */
export function purge(parts: AccountParts, undos: Undos, isDue: (id: AccountId) => boolean): void {
  const { store, log } = parts;
  const due = listRemoved(store.read).filter(({ id }) => isDue(id));
  for (const { id } of due) undos.get(id)?.callOff();
  if (due.length === 0) return;
  store.erase((tx) => {
    for (const account of due) erase(parts, tx, account);
  });
  void parts.browsers.tidy();
  for (const { id, identifier } of due) {
    undos.delete(id);
    wipeSession(parts, id);
    log.event('account-erased', { account: parts.tagOf(identifier) });
  }
}

/** Wipes an account's session, after its rows are gone: where that fails, the next start finds its folder. */
export function wipeSession({ views, log, random }: AccountParts, id: AccountId): void {
  void views.wipe(id).catch((error: unknown) => log.fault(incidentId(random), error));
}

function erase({ vault, log }: AccountParts, tx: WriteTx, { id, identifier }: StoredAccount): void {
  // Nothing is sent from an account that is gone, and its set-up names its address.
  for (const { way } of sendingFrom(tx, id)) {
    deleteSetUp(tx, way);
    vault.drop(tx, way);
    tx.afterCommit(() => log.event('way-forgotten', { way }));
  }
  deleteAccount(tx, id);
  vault.drop(tx, id);
  // An open challenge, or an account there now, is of somebody who adds the identifier anew.
  if (findByIdentifier(tx, identifier) === null) deleteClosedOf(tx, identifier);
}
