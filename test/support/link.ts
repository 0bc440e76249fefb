import { kindOf } from '../../main/accounts/kind.ts';
import { addAccount } from '../../main/store/accounts.ts';
import { addActivity } from '../../main/store/activity.ts';
import { setPrimaryAndActive } from '../../main/store/app-state.ts';
import { addChallenge, findChallenge, saveChallenge, type StoredChallenge } from '../../main/store/challenges.ts';
import type { ReadDb, Store } from '../../main/store/database.ts';
import { addProof } from '../../main/store/proofs.ts';
import type { AccountKind } from '../../shared/domain/account.ts';
import { accountId, challengeId, proofId } from './ids.ts';

const AT = '2026-11-23T20:28:00.000Z';

/** The nth account as the store keeps it. */
export const identifierOf = (n: number) => `person-${n}@example.test`;

/**
 * Links the nth account as the app does: a challenge is opened in one write, and spent with the link in the next.
 * Its address is an email in normal form.
 */
export function link(store: Store, n: number, address = identifierOf(n), kind: AccountKind = 'personal'): void {
  const challenge = { ...openChallenge(n), identifier: address, address };
  store.write((tx) => addChallenge(tx, challenge));
  store.write((tx) => {
    const open = findChallenge(tx, challenge.id);
    if (!open) throw new Error('The challenge is gone');
    saveChallenge(tx, { ...open, state: 'verified', codeHash: null, closedAt: AT });
    const account = { id: accountId(n), identifier: open.identifier, address: open.address, name: `Person ${n}` };
    const rest = { identifierKind: 'email', kind, color: n % 12, position: n } as const;
    addAccount(tx, { ...account, ...rest, addedAt: AT, lastUsedAt: null });
    const proof = { method: 'code', carrier: 'local-mailbox', challengeId: challenge.id, provenAt: AT } as const;
    addProof(tx, { id: proofId(n), accountId: accountId(n), ...proof });
    addActivity(tx, { at: AT, event: 'linked', accountId: accountId(n) });
    if (n === 0) setPrimaryAndActive(tx, accountId(0), accountId(0));
  });
}

/** Fills a store with `count` accounts, the first of them primary and active. */
export function populate(store: Store, count: number): void {
  for (let n = 0; n < count; n += 1) link(store, n);
}

/** Fills a store with these accounts, the first of them primary and active. */
export function populateWith(store: Store, addresses: readonly string[]): void {
  for (const [n, address] of addresses.entries()) link(store, n, address, kindOf(address));
}

/** Every row of the tables whose loss would cost an account. */
export function everyAccount(db: ReadDb): unknown {
  const rows = (table: string) => db.query(`SELECT * FROM ${table} ORDER BY id`).all();
  return { accounts: rows('accounts'), proofs: rows('proofs'), appState: rows('app_state') };
}

/** The challenge of the nth account while its code is awaited. */
export function openChallenge(n: number): StoredChallenge {
  const address = identifierOf(n);
  return {
    id: challengeId(n),
    purpose: 'link',
    identifier: address,
    identifierKind: 'email',
    address,
    carrier: 'local-mailbox',
    state: 'waiting',
    failure: null,
    said: null,
    delivered: false,
    retryAt: null,
    unsure: false,
    codeHash: Buffer.alloc(32, n % 256),
    sendNumber: 1,
    triesLeft: 5,
    createdAt: AT,
    expiresAt: AT,
    expiresTrusted: 0,
    closedAt: null,
  };
}
