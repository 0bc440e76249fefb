import type { Account, Proof } from '../../shared/domain/account.ts';
import type { AccountsPart, Snapshot, Topic } from '../../shared/domain/snapshot.ts';
import { listAccounts, listRemoved, type StoredAccount } from '../store/accounts.ts';
import { readAppState, type AppState } from '../store/app-state.ts';
import { listProofs, type StoredProof } from '../store/proofs.ts';
import { showChallenges } from '../verification/show.ts';
import { initialsOf } from './initials.ts';
import { identifierOf, type AccountParts } from './parts.ts';

/** The parts of what everyone shows; nothing is written between their reads, so they are of one revision. */
export function readSnapshot(parts: AccountParts, topics: readonly Topic[]): Snapshot {
  const state = readAppState(parts.store.read);
  return {
    revision: state.revision,
    ...(topics.includes('accounts') && { accounts: readAccounts(parts, state) }),
    ...(topics.includes('challenges') && { challenges: showChallenges(parts, parts.store.read) }),
  };
}

/** The primary account first, the others in the person's order. */
export function readAccounts({ store }: Pick<AccountParts, 'store'>, state: AppState): AccountsPart {
  const proofs = Map.groupBy(listProofs(store.read), ({ accountId }) => accountId);
  const accounts = listAccounts(store.read).map((account) => showAccount(account, state, proofs.get(account.id) ?? []));
  const removals = listRemoved(store.read).map((account) => ({
    accountId: account.id,
    identifier: identifierOf(account),
    undoUntil: account.undoUntil ?? account.addedAt,
  }));
  const { primaryId, activeId } = state;
  return {
    primaryId,
    activeId,
    accounts: [...accounts.filter(({ isPrimary }) => isPrimary), ...accounts.filter(({ isPrimary }) => !isPrimary)],
    removals,
  };
}

function showAccount(account: StoredAccount, state: AppState, proofs: readonly StoredProof[]): Account {
  const { id, kind, name, color, addedAt, lastUsedAt } = account;
  return {
    id,
    kind,
    name,
    color,
    addedAt,
    lastUsedAt,
    identifier: identifierOf(account),
    initials: initialsOf(account),
    isPrimary: id === state.primaryId,
    isActive: id === state.activeId,
    proof: showProof(id, proofs),
  };
}

function showProof(id: string, proofs: readonly StoredProof[]): Proof {
  const last = proofs.at(-1);
  if (last === undefined) throw new Error(`Account ${id} has no proof`);
  const { method, carrier, provenAt } = last;
  return { method, carrier, provenAt, practice: proofs.every((proof) => proof.carrier === 'local-mailbox') };
}
