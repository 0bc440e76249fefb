import type { AccountNotifications } from '../../shared/domain/notifications.ts';
import type { Done, Result } from '../../shared/errors.ts';
import { changeAccount } from '../accounts/change.ts';
import { saveNotificationSettings } from '../store/notification-settings.ts';
import type { Store } from '../store/database.ts';

/** Chooses when an account may show notifications. */
export function changeNotifications(
  parts: { store: Store },
  input: AccountNotifications,
): Result<Done, 'account-not-found'> {
  return changeAccount(parts, input.accountId, (tx) => saveNotificationSettings(tx, input));
}
