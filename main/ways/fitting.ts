import type { AccountId, IdentifierKind } from '../../shared/domain/account.ts';
import { ProviderName, type CarrierName } from '../../shared/domain/names.ts';
import type { FittingWay, SetUp } from '../../shared/domain/way.ts';
import { ok, refuse, type Result } from '../../shared/errors.ts';
import { senderOf } from '../../shared/sender-of.ts';
import { findPresent } from '../accounts/change.ts';
import { carriersFor } from '../delivery/choose.ts';
import { strengthOfCarrier } from '../delivery/strength.ts';
import { parseIdentifier, type IdentifierRefusal } from '../identifiers/parse.ts';
import { providerOf } from '../sign-in/provider-of.ts';
import type { ReadDb } from '../store/database.ts';
import { findSetUp } from '../store/ways.ts';
import { labelOf } from './label.ts';
import { secretOf } from './list.ts';
import type { WayParts } from './parts.ts';
import { setUpOf } from './set-up.ts';

/** Who is to be proven: what was typed, or an account that is there. */
export type Who = { identifier: string } | { accountId: AccountId };

/** Why nobody can be proven so. */
export type WhoRefusal = IdentifierRefusal | 'account-not-found';

/** The ways that fit, strongest first (security: C15); the local mailbox only where no real carrier reaches the identifier. */
export async function fittingWays(parts: WayParts, who: Who): Promise<Result<FittingWay[], WhoRefusal>> {
  await parts.vault.ready();
  const db = parts.store.read;
  const asked = askedOf(parts, db, who);
  if (!asked.ok) return asked;
  const { kind, provider } = asked.value;
  // An account that was proven by sign-in is known to that provider alone: another one always brings somebody else.
  const providers = provider === null ? ProviderName.options : [provider];
  return ok([
    ...providers.flatMap((name) => signInWay(parts, db, name)),
    ...carriersFor(db, kind).map((name) => carrierWay(parts, db, name)),
  ]);
}

interface Asked {
  kind: IdentifierKind;
  /** Who signed the account in before; null where nobody did. */
  provider: ProviderName | null;
}

function askedOf(parts: WayParts, db: ReadDb, who: Who): Result<Asked, WhoRefusal> {
  if ('identifier' in who) {
    const typed = parseIdentifier(who.identifier, parts.region());
    return typed.ok ? ok({ kind: typed.value.kind, provider: null }) : typed;
  }
  const account = findPresent(db, who.accountId);
  if (account === null) return refuse('account-not-found');
  return ok({ kind: account.identifierKind, provider: providerOf(db, account.id)?.name ?? null });
}

/** Microsoft is offered without a set-up too, so that its button can say what is missing. */
function signInWay(parts: WayParts, db: ReadDb, name: ProviderName): FittingWay[] {
  const setUp = setUpOf(parts, name);
  if (setUp !== null) return [{ name, strength: 'sign-in', label: labelOf(db, setUp), problem: null }];
  return name === 'microsoft' ? [{ name, strength: 'sign-in', label: 'Microsoft', problem: 'not-set-up' }] : [];
}

function carrierWay(parts: WayParts, db: ReadDb, name: CarrierName): FittingWay {
  const strength = strengthOfCarrier(name);
  const setUp: SetUp | null = name === 'local-mailbox' ? null : findSetUp(db, name);
  if (setUp === null) return { name, strength, label: 'Local mailbox', problem: null };
  return { name, strength, label: labelOf(db, setUp), problem: problemOf(parts, db, setUp) };
}

function problemOf(parts: WayParts, db: ReadDb, setUp: SetUp): FittingWay['problem'] {
  const sender = senderOf(setUp);
  if (sender !== null && findPresent(db, sender)?.signInAgain) return 'sign-in-again';
  const secret = secretOf(parts, setUp);
  if (secret === 'missing') return 'secret-missing';
  return secret === 'locked' ? 'locked' : null;
}
