import type { AccountId } from '../../shared/domain/account.ts';
import { ok, refuse, type Done, type Result } from '../../shared/errors.ts';
import { proveAccountAgain } from '../accounts/attach.ts';
import { findPresent } from '../accounts/change.ts';
import { identifierOf } from '../accounts/parts.ts';
import { isSamePerson, otherAccount, proofOf } from '../accounts/sign-in-with.ts';
import { keepToken } from '../accounts/sender.ts';
import { providerOf } from '../sign-in/provider-of.ts';
import type { SignInRefusal } from '../sign-in/sign-ins.ts';
import type { TokenUse } from '../sign-in/tokens.ts';
import { listSignIns } from '../store/proofs.ts';
import type { WayParts } from './parts.ts';

/** Why an account may not send codes. */
export type AllowRefusal = SignInRefusal | 'account-not-found' | 'secrets-locked' | 'sign-in-other-account';

/** Has the person allow Switchboard to send codes from an account, by a sign-in with just that account (security: O9). */
export async function allowSending(
  parts: WayParts,
  { accountId, carrier }: { accountId: AccountId; carrier: 'smtp' | 'graph' },
): Promise<Result<Done, AllowRefusal>> {
  const { store, vault, signIns, tokens } = parts;
  await vault.ready();
  const wanted = findPresent(store.read, accountId);
  if (wanted === null) return refuse('account-not-found');
  // Asked before the person is sent to a browser, and once more when they come back.
  if (vault.state().locked) return refuse('secrets-locked');
  const use: TokenUse = carrier === 'graph' ? 'graph-mail' : 'smtp-mail';
  const provider = (carrier === 'smtp' && providerOf(store.read, accountId)?.name) || 'microsoft';
  const signedIn = await signIns.run({ provider, hint: wanted.address, use });
  if (!signedIn.ok) return signedIn;
  const { identity, refreshToken } = signedIn.value;
  return store.write((tx): Result<Done, AllowRefusal> => {
    const account = findPresent(tx, accountId);
    if (account === null) return refuse('account-not-found');
    if (!isSamePerson(parts, tx, account, identity)) return otherAccount(identity, identifierOf(account).display);
    if (refreshToken === null) return refuse('sign-in-denied', { reason: 'consent-needed' });
    const kept = keepToken(parts, tx, account, { use, refreshToken });
    if (!kept.ok) return kept;
    // Whoever was known by a code alone has now signed in: the token is of the person that this proof names.
    if (listSignIns(tx, accountId).length === 0) proveAccountAgain(parts, tx, account, proofOf(parts, identity));
    tx.afterCommit(() => tokens.forget(accountId, use));
    return ok({});
  });
}
