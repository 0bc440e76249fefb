import type { AccountId } from '../../shared/domain/account.ts';
import type { ProviderName } from '../../shared/domain/names.ts';
import { ok, refuse, type Result } from '../../shared/errors.ts';
import { parseIdentifier, type IdentifierRefusal, type ParsedIdentifier } from '../identifiers/parse.ts';
import { showIdentifier } from '../identifiers/show.ts';
import type { Identity } from '../sign-in/identity.ts';
import type { SignedIn, SignInRefusal, SignInUse } from '../sign-in/sign-ins.ts';
import { findAccount, setKind, type StoredAccount } from '../store/accounts.ts';
import type { WriteTx } from '../store/database.ts';
import { findByPerson } from '../store/proofs.ts';
import { addProvenAccount, proveAccountAgain, type NewProof } from './attach.ts';
import { findPresent } from './change.ts';
import type { Confirmed } from './confirm.ts';
import { keepProfile } from './keep-profile.ts';
import { alreadyThere } from './link.ts';
import { timestamp, type AccountParts } from './parts.ts';
import { isSamePerson, otherAccountRefusal, strangerRefusal, usernameOf, type MatchRefusal } from './person.ts';
import type { ProveAgainRefusal } from './prove-again.ts';
import { recordRefusal } from './record-refusal.ts';
import { keepToken, lostUses } from './sender.ts';
import { standingRefusal, type StandingRefusal } from './standing.ts';

/** What is to be proven, and by whom. */
export type SignInWithInput =
  | { purpose: 'sign-in' | 'link'; provider: ProviderName; identifier: string }
  | { purpose: 'prove-again'; provider: ProviderName; accountId: AccountId };

type Refusal = SignInRefusal | MatchRefusal | StandingRefusal | Exclude<IdentifierRefusal, 'identifier-empty'>;

/** Proves an account by a sign-in with a provider, and records where that was refused. */
export async function signInWith(parts: AccountParts, input: SignInWithInput): Promise<Result<Confirmed, Refusal>> {
  const result = await prove(parts, input);
  if (!result.ok) recordRefusal(parts, result.error.code, input.purpose === 'prove-again' ? input.accountId : null);
  return result;
}

/** Account, proof and activity are one write, all or nothing (security: S3). */
async function prove(parts: AccountParts, input: SignInWithInput): Promise<Result<Confirmed, Refusal>> {
  const { store, signIns } = parts;
  const expected = expectedOf(parts, input);
  if (!expected.ok) return expected;
  // Asked before the person is sent to a browser, and once more when they come back.
  const early = standingRefusal(store.read, input.purpose, expected.value?.value ?? null);
  if (early !== null) return early;
  const hint = expected.value?.address ?? null;
  const use = await neededUse(parts, input);
  const signedIn = await signIns.run({ provider: input.provider, hint, use });
  if (!signedIn.ok) return signedIn;
  const { identity } = signedIn.value;
  const kept = store.write((tx) =>
    input.purpose === 'prove-again'
      ? proveAgain(parts, tx, input.accountId, { ...signedIn.value, use })
      : add(parts, tx, input.purpose, expected.value, identity),
  );
  if (kept.ok) keepProfile(parts, kept.value.accountId, signedIn.value);
  return kept;
}

/** Who is expected; null where whoever signs in is taken. */
function expectedOf(
  parts: AccountParts,
  input: SignInWithInput,
): Result<ParsedIdentifier | null, Exclude<IdentifierRefusal, 'identifier-empty'> | ProveAgainRefusal> {
  if (input.purpose === 'prove-again') {
    const account = findPresent(parts.store.read, input.accountId);
    return account === null ? refuse('account-not-found') : ok(parsedOf(account));
  }
  const typed = parseIdentifier(input.identifier, parts.region());
  if (typed.ok) return typed;
  const { error } = typed;
  return error.code === 'identifier-empty' ? ok(null) : { ok: false, error };
}

/** An account that has lost the token it sends codes with asks for a new one by the way. */
async function neededUse(parts: AccountParts, input: SignInWithInput): Promise<SignInUse> {
  if (input.purpose !== 'prove-again') return 'identity';
  await parts.vault.ready();
  return lostUses(parts, parts.store.read, input.accountId)[0] ?? 'identity';
}

function add(
  parts: AccountParts,
  tx: WriteTx,
  purpose: 'sign-in' | 'link',
  expected: ParsedIdentifier | null,
  identity: Identity,
): Result<Confirmed, MatchRefusal | StandingRefusal> {
  const meanwhile = standingRefusal(tx, purpose, expected?.value ?? null);
  if (meanwhile !== null) return meanwhile;
  const came = usernameOf(parts, identity);
  if (expected !== null && came !== null && came.value !== expected.value) {
    return otherAccountRefusal(identity, showIdentifier(expected).display);
  }
  const owner = findByPerson(tx, identity);
  const there = owner === null ? null : findAccount(tx, owner);
  if (there !== null) return alreadyThere(tx, there);
  // What was typed is no name that the provider stands for.
  if (came === null) return refuse('sign-in-nameless');
  const refusal = standingRefusal(tx, purpose, came.value);
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

function proofOf(parts: AccountParts, { issuer, subject, tenant, objectId }: Identity): NewProof {
  return { method: 'sign-in', issuer, subject, tenant, objectId, provenAt: timestamp(parts) };
}

function parsedOf({ identifier, identifierKind, address }: StoredAccount): ParsedIdentifier {
  return { kind: identifierKind, value: identifier, address };
}
