import type { AccountId } from '../../shared/domain/account.ts';
import { ActivityDetail } from '../../shared/domain/activity.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { incidentId } from '../log.ts';
import { addActivity } from '../store/activity.ts';
import { findPresent } from './change.ts';
import { timestamp, type AccountParts } from './parts.ts';

/** Records that a sign-in was refused, where somebody else may have tried (security: L5); anything else is left out. */
export function recordRefusal(parts: AccountParts, code: ErrorCode, about: AccountId | null): void {
  const detail = ActivityDetail.safeParse(code).data;
  if (detail === undefined) return;
  try {
    parts.store.write((tx) => {
      const accountId = about !== null && findPresent(tx, about) !== null ? about : null;
      addActivity(tx, { at: timestamp(parts), event: 'refused', detail, accountId });
    });
  } catch (error) {
    // The person is to hear of the refusal, and not of a full disk.
    parts.log.fault(incidentId(parts.random), error);
  }
}
