import type { AccountId } from '../../shared/domain/account.ts';
import type { ProviderName } from '../../shared/domain/names.ts';
import { ok, refuse, type Result } from '../../shared/errors.ts';
import { parseIdentifier, type IdentifierRefusal, type ParsedIdentifier } from '../identifiers/parse.ts';
import { showIdentifier } from '../identifiers/show.ts';
import type { Identity } from '../sign-in/identity.ts';
import type { SignedIn, SignInRefusal, SignInUse } from '../sign-in/sign-ins.ts';
import { findAccount, setKind, type StoredAccount } from '../store/accounts.ts';
import { readAppState } from '../store/app-state.ts';
import type { ReadDb, WriteTx } from '../store/database.ts';
import { findByPerson, listSignIns } from '../store/proofs.ts';
import { addProvenAccount, proveAccountAgain, type NewProof } from './attach.ts';
import { findPresent } from './change.ts';
import type { Confirmed } from './confirm.ts';
import { keepProfile } from './keep-profile.ts';
import { linkRefusal, type LinkRefusal } from './link.ts';
import { identifierOf, timestamp, type AccountParts } from './parts.ts';
import type { ProveAgainRefusal } from './prove-again.ts';
import { keepToken, lostUses } from './sender.ts';
import { signInRefusal, type SignInRefusal as FirstSignInRefusal } from './sign-in.ts';

/** What is to be proven, and by whom. */
export type SignInWish =
  | { purpose: 'sign-in' | 'link'; provider: ProviderName; identifier: string }
  | { purpose: 'prove-again'; provider: ProviderName; accountId: AccountId };

/** Why the one who signed in is not the one to be proven. */
export type MatchRefusal = 'sign-in-other-account' | 'sign-in-nameless';
type StandingRefusal = FirstSignInRefusal | LinkRefusal | ProveAgainRefusal;
type Refusal = SignInRefusal | MatchRefusal | StandingRefusal | Exclude<IdentifierRefusal, 'identifier-empty'>;

/** Proves an account by a sign-in with a provider: account, proof and activity are one write, all or nothing (security: S3). */
export async function signInWith(parts: AccountParts, wish: SignInWish): Promise<Result<Confirmed, Refusal>> {
  const { store, signIns } = parts;
  const expected = expectedOf(parts, wish);
  if (!expected.ok) return expected;
  // Asked before the person is sent to a browser, and once more when they come back.
  const early = standing(store.read, wish.purpose, expected.value);
  if (early !== null) return early;
  const hint = expected.value?.address ?? null;
  const use = await neededUse(parts, wish);
  const signedIn = await signIns.run({ provider: wish.provider, hint, use });
  if (!signedIn.ok) return signedIn;
  const { identity } = signedIn.value;
  const kept = store.write((tx) =>
    wish.purpose === 'prove-again'
      ? proveAgain(parts, tx, wish.accountId, { ...signedIn.value, use })
      : add(parts, tx, wish.purpose, expected.value, identity),
  );
  if (kept.ok) keepProfile(parts, kept.value.accountId, signedIn.value);
  return kept;
}

/** Who is expected; null where whoever signs in is taken. */
function expectedOf(
  parts: AccountParts,
  wish: SignInWish,
): Result<ParsedIdentifier | null, Exclude<IdentifierRefusal, 'identifier-empty'> | ProveAgainRefusal> {
  if (wish.purpose === 'prove-again') {
    const account = findPresent(parts.store.read, wish.accountId);
    return account === null ? refuse('account-not-found') : ok(parsedOf(account));
  }
  const typed = parseIdentifier(wish.identifier, parts.region());
  if (typed.ok) return typed;
  const { error } = typed;
  return error.code === 'identifier-empty' ? ok(null) : { ok: false, error };
}

/** An account that has lost the token it sends codes with asks for a new one by the way. */
async function neededUse(parts: AccountParts, wish: SignInWish): Promise<SignInUse> {
  if (wish.purpose !== 'prove-again') return 'identity';
  await parts.vault.ready();
  return lostUses(parts, parts.store.read, wish.accountId)[0] ?? 'identity';
}

function standing(
  db: ReadDb,
  purpose: SignInWish['purpose'],
  identifier: ParsedIdentifier | null,
): Result<never, StandingRefusal> | null {
  if (purpose === 'prove-again') return null;
  if (purpose === 'sign-in') return signInRefusal(db);
  if (identifier !== null) return linkRefusal(db, identifier.value);
  return readAppState(db).primaryId === null ? refuse('not-signed-in') : null;
}

function add(
  parts: AccountParts,
  tx: WriteTx,
  purpose: 'sign-in' | 'link',
  expected: ParsedIdentifier | null,
  identity: Identity,
): Result<Confirmed, MatchRefusal | StandingRefusal> {
  const meanwhile = standing(tx, purpose, expected);
  if (meanwhile !== null) return meanwhile;
  const came = usernameOf(parts, identity);
  if (expected !== null && came !== null && came.value !== expected.value) {
    return otherAccount(identity, showIdentifier(expected).display);
  }
  const there = findByPerson(tx, identity);
  if (there !== null) return alreadyThere(tx, there);
  // What was typed is no name that the provider stands for.
  if (came === null) return refuse('sign-in-nameless');
  const refusal = standing(tx, purpose, came);
  if (refusal !== null) return refusal;
  const proof = proofOf(parts, identity);
  const identifier = expected ?? came;
  return ok({ accountId: addProvenAccount(parts, tx, { identifier, kind: identity.kind, proof }), purpose });
}

function proveAgain(
  parts: AccountParts,
  tx: WriteTx,
  accountId: AccountId,
  signedIn: Pick<SignedIn, 'identity' | 'refreshToken'> & { use: SignInUse },
): Result<Confirmed, MatchRefusal | ProveAgainRefusal> {
  const { identity } = signedIn;
  const account = findPresent(tx, accountId);
  if (account === null) return refuse('account-not-found');
  if (!isSamePerson(parts, tx, account, identity)) return strangerRefusal(account, identity);
  proveBySignIn(parts, tx, account, identity);
  // Where the vault is locked the account is proven all the same, and goes on asking to sign in again.
  keepToken(parts, tx, account, signedIn);
  return ok({ accountId, purpose: 'prove-again' });
}

/** Adds the proof that a sign-in is to an account that is there, in the caller's write, and the kind that it tells. */
export function proveBySignIn(parts: AccountParts, tx: WriteTx, account: StoredAccount, identity: Identity): void {
  proveAccountAgain(parts, tx, account, proofOf(parts, identity));
  if (account.kind === 'unknown' && identity.kind !== 'unknown') setKind(tx, account.id, identity.kind);
}

/** The refusal of somebody who is not the person of an account. */
export function strangerRefusal(account: StoredAccount, identity: Identity): Result<never, MatchRefusal> {
  if (identity.username === null) return refuse('sign-in-nameless');
  return otherAccount(identity, identifierOf(account).display);
}

/**
 * An account that was proven by sign-in before is that person at that issuer and nobody else, whatever address a token
 * shows (security: O7, T11); else the name at the provider has to be the account's identifier.
 */
export function isSamePerson(parts: AccountParts, db: ReadDb, account: StoredAccount, identity: Identity): boolean {
  const owner = findByPerson(db, identity);
  if (owner !== null) return owner === account.id;
  return listSignIns(db, account.id).length === 0 && usernameOf(parts, identity)?.value === account.identifier;
}

function alreadyThere(tx: ReadDb, id: AccountId): Result<never, LinkRefusal> {
  const account = findAccount(tx, id);
  const identifier = account === null ? '' : identifierOf(account).display;
  return readAppState(tx).primaryId === id
    ? refuse('is-primary', { identifier })
    : refuse('already-linked', { identifier });
}

/** The refusal that says who came. */
function otherAccount(identity: Identity, expected: string): Result<never, 'sign-in-other-account'> {
  return refuse('sign-in-other-account', { came: identity.username ?? identity.name, expected });
}

function proofOf(parts: AccountParts, { issuer, subject, tenant, objectId }: Identity): NewProof {
  return { method: 'sign-in', issuer, subject, tenant, objectId, provenAt: timestamp(parts) };
}

function usernameOf(parts: AccountParts, { username }: Identity): ParsedIdentifier | null {
  const parsed = parseIdentifier(username ?? '', parts.region());
  return parsed.ok ? parsed.value : null;
}

function parsedOf({ identifier, identifierKind, address }: StoredAccount): ParsedIdentifier {
  return { kind: identifierKind, value: identifier, address };
}
