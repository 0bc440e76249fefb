import type { IdentifierKind } from '../../shared/domain/account.ts';
import { CarrierName } from '../../shared/domain/names.ts';
import type { SetUp } from '../../shared/domain/way.ts';
import type { ReadDb } from '../store/database.ts';
import { findSetUp } from '../store/ways.ts';

/** What each carrier takes codes to; null for the local mailbox, which takes all of them and reaches nobody. */
const REACHES = {
  graph: 'email',
  smtp: 'email',
  twilio: 'phone',
  azure: 'phone',
  webhook: 'phone',
  'local-mailbox': null,
} as const satisfies Record<CarrierName, IdentifierKind | null>;

/** The carriers that take codes to this kind of identifier now, best first: the local mailbox only where no real one does. */
export function carriersFor(db: ReadDb, kind: IdentifierKind): readonly [CarrierName, ...CarrierName[]] {
  const isThere = (name: CarrierName) => reaches(name, kind) && setUpOf(db, name) !== null;
  const [first, ...others] = CarrierName.options.filter(isThere);
  return first === undefined ? ['local-mailbox'] : [first, ...others];
}

/** Whether a real carrier takes codes to this kind of identifier, once it is set up. */
export function reaches(carrier: CarrierName, kind: IdentifierKind): boolean {
  return REACHES[carrier] === kind;
}

/** The most messages in 30 days that a carrier may send; null where they cost nothing. */
export function perMonthOf(db: ReadDb, carrier: CarrierName): number | null {
  const setUp = setUpOf(db, carrier);
  return setUp !== null && 'perMonth' in setUp ? setUp.perMonth : null;
}

function setUpOf(db: ReadDb, carrier: CarrierName): SetUp | null {
  return carrier === 'local-mailbox' ? null : findSetUp(db, carrier);
}
