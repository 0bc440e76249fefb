import type { Account, AccountKind, Proof } from '../../shared/domain/account.ts';
import { clock } from './en.ts';

export const kindWords: Readonly<Record<AccountKind, string>> = {
  personal: 'Personal',
  work: 'Work or school',
  unknown: 'Unknown',
};

/** The kind where it stands alone, without a label that says what is unknown. */
export function kindFact(kind: AccountKind): string {
  return kind === 'unknown' ? 'Kind unknown' : kindWords[kind];
}

const proofMethods: Readonly<Record<Proof['strength'], string>> = {
  practice: 'local mailbox code',
  'text-message': 'text message code',
  email: 'email code',
  'sign-in': 'sign-in',
};

export function proofWords({ strength, provenAt }: Proof): string {
  return `Proven by ${proofMethods[strength]}, ${clock(provenAt)}`;
}

export function lastUsedWords({ isActive, lastUsedAt }: Account): string {
  if (isActive) return 'In use now';
  return lastUsedAt === null ? 'Not used yet' : `Last used ${clock(lastUsedAt)}`;
}

/** `3 accounts`. */
export function countAccounts(count: number): string {
  return count === 1 ? '1 account' : `${count.toLocaleString()} accounts`;
}
