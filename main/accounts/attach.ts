import { AccountId, type AccountKind } from '../../shared/domain/account.ts';
import type { ParsedIdentifier } from '../identifiers/parse.ts';
import { takePending } from '../groups/take-pending.ts';
import { addAccount, listAccounts, nextPosition, type StoredAccount } from '../store/accounts.ts';
import { addActivity } from '../store/activity.ts';
import { readAppState, setPrimaryAndActive } from '../store/app-state.ts';
import type { WriteTx } from '../store/database.ts';
import { addProof, type StoredProof } from '../store/proofs.ts';
import { leastUsedColor } from '../least-used-color.ts';
import type { AccountParts } from './parts.ts';

type Unowned<P> = P extends StoredProof ? Omit<P, 'id' | 'accountId'> : never;

/** A proof before it belongs to an account. */
export type NewProof = Unowned<StoredProof>;

/** Adds the account that a proof is of, in the caller's write; the first one becomes primary and active. What a list said of it is taken over. */
export function addProvenAccount(
  parts: AccountParts,
  tx: WriteTx,
  { identifier, kind, proof }: { identifier: ParsedIdentifier; kind: AccountKind; proof: NewProof },
): AccountId {
  const id = AccountId.parse(parts.random.uuid());
  const at = proof.provenAt;
  const listed = takePending(parts, tx, identifier.value);
  const isFirst = readAppState(tx).primaryId === null;
  addAccount(tx, {
    id,
    identifier: identifier.value,
    identifierKind: identifier.kind,
    address: identifier.address,
    kind: kind === 'unknown' ? (listed?.kind ?? kind) : kind,
    color: leastUsedColor(listAccounts(tx)),
    name: listed?.name ?? '',
    position: nextPosition(tx),
    addedAt: at,
    lastUsedAt: isFirst ? at : null,
  });
  addProof(tx, { ...proof, id: parts.random.uuid(), accountId: id });
  listed?.group(id);
  if (isFirst) setPrimaryAndActive(tx, id, id);
  addActivity(tx, { at, event: isFirst ? 'signed-in' : 'linked', accountId: id });
  const account = parts.tagOf(identifier.value);
  tx.afterCommit(() => parts.log.event('account-linked', { account, purpose: isFirst ? 'sign-in' : 'link' }));
  return id;
}

/** Adds a proof to an account that is there, in the caller's write; the older ones stay. */
export function proveAccountAgain(parts: AccountParts, tx: WriteTx, account: StoredAccount, proof: NewProof): void {
  addProof(tx, { ...proof, id: parts.random.uuid(), accountId: account.id });
  addActivity(tx, { at: proof.provenAt, event: 'proven-again', accountId: account.id });
  const tag = parts.tagOf(account.identifier);
  tx.afterCommit(() => parts.log.event('account-proven-again', { account: tag, method: proof.method }));
}
