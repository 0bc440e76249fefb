import type { AccountId } from '../../shared/domain/account.ts';
import type { WriteTx } from './database.ts';

/** What is recorded of an account; a name here is a name in the table for good. */
export type ActivityEvent =
  | 'signed-in'
  | 'linked'
  | 'proven-again'
  | 'removed'
  | 'restored'
  | 'made-primary'
  | 'challenge-locked'
  | 'sign-in-lost';

/** Records what happened (security: C16, L5). `at` is UTC, ISO 8601; nothing that names a person is kept. */
export function addActivity(
  tx: WriteTx,
  entry: { at: string; event: ActivityEvent; accountId: AccountId | null },
): void {
  tx.command('INSERT INTO activity (at, event, account_id) VALUES (?, ?, ?)').run(
    entry.at,
    entry.event,
    entry.accountId,
  );
}

/** Deletes entries older than `time` (UTC, ISO 8601). */
export function deleteActivityBefore(tx: WriteTx, time: string): void {
  tx.command('DELETE FROM activity WHERE at < ?').run(time);
}
