import type { AccountId } from '../../shared/domain/account.ts';
import { incidentId } from '../log.ts';
import type { SignedIn } from '../sign-in/sign-ins.ts';
import { saveProfile } from '../store/profiles.ts';
import { findPresent } from './change.ts';
import { timestamp, type AccountParts } from './parts.ts';

/** Reads name and picture after the account is kept, and keeps them beside it. Nothing waits for them, and nothing is lost without. */
export function keepProfile(parts: AccountParts, account: AccountId, signedIn: SignedIn): void {
  const keep = async () => {
    const profile = await signedIn.readProfile();
    if (profile === null) return;
    parts.store.write((tx) => {
      if (findPresent(tx, account) !== null) saveProfile(tx, account, { ...profile, at: timestamp(parts) });
    });
  };
  keep().catch((error: unknown) => parts.log.fault(incidentId(parts.random), error));
}
