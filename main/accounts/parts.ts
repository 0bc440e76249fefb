import { showIdentifier } from '../identifiers/show.ts';
import type { Identifier } from '../../shared/domain/account.ts';
import type { Browsers } from '../browsers/browsers.ts';
import type { Ports } from '../ports.ts';
import type { StoredAccount } from '../store/accounts.ts';
import type { Vault } from '../secrets/vault.ts';
import type { SignIns } from '../sign-in/sign-ins.ts';
import type { VerificationParts } from '../verification/parts.ts';

/** What the rules about accounts work with. */
export interface AccountParts extends VerificationParts, Pick<Ports, 'browser' | 'views'> {
  signIns: SignIns;
  vault: Vault;
  browsers: Browsers;
}

/** The identifier of an account as the contract shows it. */
export function identifierOf({ identifier, identifierKind, address }: StoredAccount): Identifier {
  return showIdentifier({ kind: identifierKind, value: identifier, address });
}

/** Now on the wall clock, as the tables keep it. */
export function timestamp({ clock }: Pick<Ports, 'clock'>, after = 0): string {
  return new Date(clock.now() + after).toISOString();
}
