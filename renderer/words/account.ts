import { assertNever } from '../../shared/assert-never.ts';
import type { Account, AccountKind, Proof } from '../../shared/domain/account.ts';
import { clock } from '../../shared/words/clock.ts';

export const kindWords: Readonly<Record<AccountKind, string>> = {
  personal: 'Personal',
  work: 'Work or school',
  unknown: 'Unknown',
};

/** The kind where it stands alone, without a label that says what is unknown. */
export function kindFact(kind: AccountKind): string {
  return kind === 'unknown' ? 'Kind unknown' : kindWords[kind];
}

/** What the person calls an account; else what it is called where they signed in; else empty. */
export function shownName({ name, profileName }: Account): string {
  return name || profileName;
}

/** Who vouches for a sign-in: Microsoft by its authority, any other provider by its host. */
export function issuerName(issuer: string): string {
  const host = URL.parse(issuer)?.host ?? issuer;
  return host === 'login.microsoftonline.com' ? 'Microsoft' : host;
}

/** How an account was proven. */
export function proofWords({ strength, issuer }: Pick<Proof, 'strength' | 'issuer'>): string {
  switch (strength) {
    case 'practice':
      return 'Practice';
    case 'text-message':
      return 'Proven by text message';
    case 'email':
      return 'Proven by email';
    case 'sign-in':
      return `Signed in with ${issuerName(issuer ?? '')}`;
    default:
      return assertNever(strength);
  }
}

/** When an account was proven, beside the badge that says how. */
export function provenWords({ strength, provenAt }: Proof): string {
  return strength === 'practice' ? `Proven by local mailbox code, ${clock(provenAt)}` : `Proven ${clock(provenAt)}`;
}

export function lastUsedWords({ isActive, lastUsedAt }: Account): string {
  if (isActive) return 'In use now';
  return lastUsedAt === null ? 'Not used yet' : `Last used ${clock(lastUsedAt)}`;
}

/** `3 accounts`. */
export function countAccounts(count: number): string {
  return count === 1 ? '1 account' : `${count.toLocaleString()} accounts`;
}
