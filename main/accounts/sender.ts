import type { AccountId } from '../../shared/domain/account.ts';
import { ok, type Done, type Result } from '../../shared/errors.ts';
import { senderOf } from '../../shared/sender-of.ts';
import type { SignInUse } from '../sign-in/sign-ins.ts';
import type { TokenUse } from '../sign-in/tokens.ts';
import { setSignInAgain, type StoredAccount } from '../store/accounts.ts';
import type { ReadDb, WriteTx } from '../store/database.ts';
import { findSetUp } from '../store/ways.ts';
import type { AccountParts } from './parts.ts';

/** A way that sends codes from an account, and the token that it needs for that. */
export interface Sending {
  way: 'graph' | 'smtp';
  use: TokenUse;
}

const SENDINGS: readonly Sending[] = [
  { way: 'graph', use: 'graph-mail' },
  { way: 'smtp', use: 'smtp-mail' },
];

/** The ways that send codes from this account. */
export function sendingFrom(db: ReadDb, account: AccountId): Sending[] {
  return SENDINGS.filter(({ way }) => {
    const setUp = findSetUp(db, way);
    return setUp !== null && senderOf(setUp) === account;
  });
}

/** The tokens that sending from this account needs and that only a new sign-in brings. The vault has to be ready. */
export function lostUses({ vault }: Pick<AccountParts, 'vault'>, db: ReadDb, owner: AccountId): TokenUse[] {
  return sendingFrom(db, owner)
    .map(({ use }) => use)
    .filter((purpose) => ['none', 'missing'].includes(vault.presence({ owner, purpose })));
}

/** Keeps the token that a new sign-in brought, and takes the mark `Sign in again` away where none is missing any more. */
export function keepToken(
  { vault }: Pick<AccountParts, 'vault'>,
  tx: WriteTx,
  account: StoredAccount,
  { use, refreshToken }: { use: SignInUse; refreshToken: string | null },
): Result<Done, 'secrets-locked'> {
  const lost = lostUses({ vault }, tx, account.id);
  let kept: Result<Done, 'secrets-locked'> = ok({});
  if (use !== 'identity' && refreshToken !== null) {
    kept = vault.put(tx, { owner: account.id, purpose: use }, refreshToken);
  }
  const isWhole = kept.ok && lost.every((other) => other === use && refreshToken !== null);
  if (account.signInAgain && isWhole) setSignInAgain(tx, account.id, false);
  return kept;
}
