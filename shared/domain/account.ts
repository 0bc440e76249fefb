import * as z from 'zod';
import { GroupId } from './group-id.ts';
import { CarrierName, ProofStrength } from './names.ts';

/** Our own id of an account: a UUID in lower case, because it will name a folder. */
export const AccountId = z.uuid().lowercase().brand('AccountId');
export type AccountId = z.infer<typeof AccountId>;

/** UTC, ISO 8601, with milliseconds: `2026-11-23T20:28:00.000Z`. */
export const Instant = z.iso.datetime();

/** What an identifier is. */
export const IdentifierKind = z.enum(['email', 'phone']);
export type IdentifierKind = z.infer<typeof IdentifierKind>;

/** How an account is known, in normal form (`value`) and in words (`display`). */
export const Identifier = z.strictObject({
  kind: IdentifierKind,
  /** Compared and unique: folded email with its domain in punycode, or E.164. */
  value: z.string(),
  /** Shown: the email as typed with its domain in lower case, or the international form of the number. */
  display: z.string(),
});
export type Identifier = z.infer<typeof Identifier>;

/** Whose account it is at Microsoft; it decides which services are shown. */
export const AccountKind = z.enum(['personal', 'work', 'unknown']);
export type AccountKind = z.infer<typeof AccountKind>;

/** How an account was proven: the strongest proof, and of those the last. */
export const Proof = z.strictObject({
  strength: ProofStrength,
  /** What took the code; null where the proof is a sign-in. */
  carrier: CarrierName.nullable(),
  /** Who signed the person in: the issuer's address; null where the proof is a code. */
  issuer: z.string().nullable(),
  provenAt: Instant,
});
export type Proof = z.infer<typeof Proof>;

/** The longest name an account may be given, in characters. */
export const NAME_MAX = 80;

/** Accounts are coloured from a palette of this many colours; `Account.color` is an index into it. */
export const COLOR_COUNT = 12;

/** An account as it is shown. */
export const Account = z.strictObject({
  id: AccountId,
  identifier: Identifier,
  kind: AccountKind,
  /** What the person calls it; empty where they gave no name. */
  name: z.string(),
  /** What it is called where the person signed in; empty where that is not known. */
  profileName: z.string(),
  /** Tells one picture of the account from the next; null where it has none. `accounts.picture` gives the picture. */
  picture: z.string().nullable(),
  /** One or two letters for the picture. */
  initials: z.string(),
  color: z
    .int()
    .min(0)
    .max(COLOR_COUNT - 1),
  /** The group it is in; null where it is in none. */
  groupId: GroupId.nullable(),
  isPrimary: z.boolean(),
  isActive: z.boolean(),
  proof: Proof,
  /** The provider no longer takes the token that the account sends codes with: only a new sign-in helps. */
  signInAgain: z.boolean(),
  addedAt: Instant,
  lastUsedAt: Instant.nullable(),
});
export type Account = z.infer<typeof Account>;

/** An account that was removed and can be had back until `undoUntil`. */
export const Removal = z.strictObject({ accountId: AccountId, identifier: Identifier, undoUntil: Instant });
export type Removal = z.infer<typeof Removal>;
