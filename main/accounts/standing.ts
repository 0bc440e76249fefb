import { assertNever } from '../../shared/assert-never.ts';
import type { Purpose } from '../../shared/domain/challenge.ts';
import type { Result } from '../../shared/errors.ts';
import type { ReadDb } from '../store/database.ts';
import { linkRefusal, type LinkRefusal } from './link.ts';
import { proveAgainRefusal, type ProveAgainRefusal } from './prove-again.ts';
import { firstSignInRefusal, type FirstSignInRefusal } from './sign-in.ts';

/** Why a proof would be of no use, whoever brings it. */
export type StandingRefusal = FirstSignInRefusal | LinkRefusal | ProveAgainRefusal;

/** Whether a proof of this identifier (in normal form; null where it is not known yet) is still of use; null where it is. */
export function standingRefusal(
  db: ReadDb,
  purpose: Purpose,
  identifier: string | null,
): Result<never, StandingRefusal> | null {
  switch (purpose) {
    case 'sign-in':
      return firstSignInRefusal(db);
    case 'link':
      return linkRefusal(db, identifier);
    case 'prove-again':
      return identifier === null ? null : proveAgainRefusal(db, identifier);
    default:
      return assertNever(purpose);
  }
}
