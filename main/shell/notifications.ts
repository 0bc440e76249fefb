import type { NativeImage } from 'electron/common';
import type { NotificationConstructorOptions } from 'electron/main';
import type { AccountId } from '../../shared/domain/account.ts';
import type { Log } from '../log.ts';
import type { AccountNotification, Notifier } from '../ports.ts';

/** What is used of Electron's `Notification`. */
interface SystemNotification {
  isSupported(): boolean;
  new (options: NotificationConstructorOptions): {
    on(event: 'click' | 'failed', listener: () => void): unknown;
    show(): void;
    close(): void;
  };
}

interface Parts {
  Notification: SystemNotification;
  picture: (of: AccountNotification) => NativeImage;
  /** Brings the window to the person. */
  toFront: () => void;
  hasFocus: () => boolean;
  log: Log;
}

/**
 * The system's own notifications, one for each account. Linux without a service for them shows none, and neither does
 * macOS for an app that is not signed.
 */
export function createNotifier({ Notification, picture, toFront, hasFocus, log }: Parts): Notifier {
  // Kept also when the system has closed them: on Windows they can still be clicked in its list, and one that is
  // garbage-collected hears no click.
  const shown = new Map<AccountId, { close(): void }>();

  function close(accountId: AccountId): void {
    shown.get(accountId)?.close();
    shown.delete(accountId);
  }

  return {
    show(told, onClick) {
      if (!Notification.isSupported()) return;
      const { accountId, title, body } = told;
      close(accountId);
      const notification = new Notification({ title, body, icon: picture(told), groupId: accountId });
      shown.set(accountId, notification);
      notification.on('click', () => {
        close(accountId);
        toFront();
        onClick();
      });
      notification.on('failed', () => log.event('notification-failed'));
      notification.show();
    },
    close,
    hasFocus,
  };
}
