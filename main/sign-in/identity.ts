import type { AccountKind } from '../../shared/domain/account.ts';

/** Who signed in, by a token that was checked. */
export interface Identity {
  issuer: string;
  /** The person at this issuer; with it the only thing that tells people apart (security: O7). */
  subject: string;
  /** Microsoft's ids of the organisation and of the person in it; null elsewhere. */
  tenant: string | null;
  objectId: string | null;
  kind: AccountKind;
  /** The address or number the provider shows for this person: a name to be shown, and no proof of an address. */
  username: string | null;
  /** What the person is called; empty where that is not told. */
  name: string;
}
