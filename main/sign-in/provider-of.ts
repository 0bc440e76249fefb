import type { AccountId } from '../../shared/domain/account.ts';
import type { ProviderName } from '../../shared/domain/names.ts';
import type { ReadDb } from '../store/database.ts';
import { listSignIns } from '../store/proofs.ts';

/** Who signs an account in, and the issuer that the account is of. */
export interface AccountProvider {
  name: ProviderName;
  issuer: string;
}

/** Who signed an account in, last; null where nobody did. Only Microsoft's proofs name a tenant. */
export function providerOf(db: ReadDb, account: AccountId): AccountProvider | null {
  const proof = listSignIns(db, account).at(-1);
  if (proof === undefined) return null;
  return { name: proof.tenant === null ? 'openid' : 'microsoft', issuer: proof.issuer };
}
