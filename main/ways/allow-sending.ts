import type { AccountId } from '../../shared/domain/account.ts';
import type { ProviderName } from '../../shared/domain/names.ts';
import { ok, refuse, type Done, type Result } from '../../shared/errors.ts';
import { findPresent } from '../accounts/change.ts';
import { keepToken } from '../accounts/sender.ts';
import { isSamePerson, strangerRefusal, type MatchRefusal } from '../accounts/person.ts';
import { proveBySignIn } from '../accounts/sign-in-with.ts';
import { providerOf } from '../sign-in/provider-of.ts';
import { findProvider, mailScope } from '../sign-in/providers.ts';
import type { SignedIn, SignInRefusal } from '../sign-in/sign-ins.ts';
import type { TokenUse } from '../sign-in/tokens.ts';
import type { WriteTx } from '../store/database.ts';
import { listSignIns } from '../store/proofs.ts';
import type { WayParts } from './parts.ts';

/** Why an account may not send codes. */
export type AllowRefusal = SignInRefusal | KeepRefusal;
type KeepRefusal = 'account-not-found' | 'secrets-locked' | 'sign-in-denied' | MatchRefusal;

/** Has the person allow Switchboard to send codes from an account, by a sign-in with just that account (security: O9). */
export async function allowSending(
  parts: WayParts,
  { accountId, carrier }: { accountId: AccountId; carrier: 'smtp' | 'graph' },
): Promise<Result<Done, AllowRefusal>> {
  const { store, vault, signIns } = parts;
  await vault.ready();
  const account = findPresent(store.read, accountId);
  if (account === null) return refuse('account-not-found');
  // Asked before the person is sent to a browser, and once more when they come back.
  if (vault.state().locked) return refuse('secrets-locked');
  const use: TokenUse = carrier === 'graph' ? 'graph-mail' : 'smtp-mail';
  const name = senderProvider(parts, accountId, use);
  const provider = findProvider(parts, name);
  // Nothing would come back that sends mail: the scope that allows it has to be named first.
  if (provider !== null && mailScope(provider, use) === '') return refuse('sign-in-denied', { reason: 'set-up' });
  const signedIn = await signIns.run({ provider: name, hint: account.address, use });
  if (!signedIn.ok) return signedIn;
  return store.write((tx) => keepAllowance(parts, tx, accountId, { ...signedIn.value, use }));
}

/** Graph is Microsoft's; by SMTP whoever signed the account in lets it send, or Microsoft where nobody has. */
function senderProvider({ store }: WayParts, account: AccountId, use: TokenUse): ProviderName {
  const known = use === 'smtp-mail' ? providerOf(store.read, account) : null;
  return known?.name ?? 'microsoft';
}

function keepAllowance(
  parts: WayParts,
  tx: WriteTx,
  accountId: AccountId,
  { identity, refreshToken, use }: SignedIn & { use: TokenUse },
): Result<Done, KeepRefusal> {
  const account = findPresent(tx, accountId);
  if (account === null) return refuse('account-not-found');
  if (!isSamePerson(parts, tx, account, identity)) return strangerRefusal(account, identity);
  if (refreshToken === null) return refuse('sign-in-denied', { reason: 'consent-needed' });
  const kept = keepToken(parts, tx, account, { use, refreshToken });
  if (!kept.ok) return kept;
  // Whoever was known by a code alone has now signed in: the token is of the person that this proof names.
  if (listSignIns(tx, accountId).length === 0) proveBySignIn(parts, tx, account, identity);
  tx.afterCommit(() => parts.tokens.forget(accountId, use));
  return ok({});
}
