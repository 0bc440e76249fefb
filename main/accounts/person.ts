import { refuse, type Result } from '../../shared/errors.ts';
import { parseIdentifier, type ParsedIdentifier } from '../identifiers/parse.ts';
import type { Identity } from '../sign-in/identity.ts';
import type { StoredAccount } from '../store/accounts.ts';
import type { ReadDb } from '../store/database.ts';
import { findByPerson, listSignIns } from '../store/proofs.ts';
import { identifierOf, type AccountParts } from './parts.ts';

/** Why the one who signed in is not the one to be proven. */
export type MatchRefusal = 'sign-in-other-account' | 'sign-in-nameless';

/**
 * An account that was proven by sign-in before is that person at that issuer and nobody else, whatever address a token
 * shows (security: O7, T11); else the name at the provider has to be the account's identifier.
 */
export function isSamePerson(parts: AccountParts, db: ReadDb, account: StoredAccount, identity: Identity): boolean {
  const owner = findByPerson(db, identity);
  if (owner !== null) return owner === account.id;
  return listSignIns(db, account.id).length === 0 && usernameOf(parts, identity)?.value === account.identifier;
}

/** The refusal of somebody who is not the person of an account. */
export function strangerRefusal(account: StoredAccount, identity: Identity): Result<never, MatchRefusal> {
  if (identity.username === null) return refuse('sign-in-nameless');
  return otherAccountRefusal(identity, identifierOf(account).display);
}

/** The refusal that says who came, and who was `expected`, in words. */
export function otherAccountRefusal(identity: Identity, expected: string): Result<never, 'sign-in-other-account'> {
  return refuse('sign-in-other-account', { came: identity.username ?? identity.name, expected });
}

/** The identifier that a person has at the provider; null where the name there is none. */
export function usernameOf(parts: AccountParts, { username }: Identity): ParsedIdentifier | null {
  const parsed = parseIdentifier(username ?? '', parts.region());
  return parsed.ok ? parsed.value : null;
}
