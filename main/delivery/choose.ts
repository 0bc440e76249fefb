import type { IdentifierKind } from '../../shared/domain/account.ts';
import type { CarrierName } from '../../shared/domain/names.ts';
import type { ReadDb } from '../store/database.ts';
import { findSetUp } from '../store/ways.ts';

/** The real carriers that reach a kind of identifier, best first. */
const REAL = {
  email: ['graph', 'smtp'],
  phone: ['twilio', 'azure', 'webhook'],
} as const satisfies Record<IdentifierKind, readonly CarrierName[]>;

/** The carriers that take codes to this kind of identifier now, best first: the local mailbox only where no real one does. */
export function carriersFor(db: ReadDb, kind: IdentifierKind): readonly [CarrierName, ...CarrierName[]] {
  const [first, ...others] = REAL[kind].filter((name) => findSetUp(db, name) !== null);
  return first === undefined ? ['local-mailbox'] : [first, ...others];
}

/** Whether a real carrier takes codes to this kind of identifier, once it is set up. */
export function reaches(carrier: CarrierName, kind: IdentifierKind): boolean {
  return REAL[kind].some((name) => name === carrier);
}

/** The most messages in 30 days that a carrier may send; null where they cost nothing. */
export function perMonthOf(db: ReadDb, carrier: CarrierName): number | null {
  if (carrier !== 'twilio' && carrier !== 'azure' && carrier !== 'webhook') return null;
  return findSetUp(db, carrier)?.perMonth ?? null;
}
