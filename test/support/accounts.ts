import type { Account } from '../../shared/domain/account.ts';
import type { AccountsPart } from '../../shared/domain/snapshot.ts';
import { accountId } from './ids.ts';

/** An account as main shows it, with what matters to a test changed. */
export function account(number: number, changes: Partial<Account> = {}): Account {
  const address = `person${number}@example.com`;
  return {
    id: accountId(number),
    identifier: { kind: 'email', value: address, display: address },
    kind: 'personal',
    name: '',
    initials: 'P',
    color: number % 12,
    groupId: null,
    isPrimary: false,
    isActive: false,
    proof: { strength: 'practice', carrier: 'local-mailbox', issuer: null, provenAt: '2026-11-01T00:00:00.000Z' },
    signInAgain: false,
    profileName: '',
    picture: null,
    addedAt: '2026-11-01T00:00:00.000Z',
    lastUsedAt: null,
    ...changes,
  };
}

/** What main shows of `accounts`: primary and active are those that say so. */
export function accountsPart(accounts: Account[]): AccountsPart {
  return {
    accounts,
    removals: [],
    groups: [],
    primaryId: accounts.find(({ isPrimary }) => isPrimary)?.id ?? null,
    activeId: accounts.find(({ isActive }) => isActive)?.id ?? null,
  };
}
