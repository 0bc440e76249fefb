import type { AccountNotifications, QuietHours, TimeOfDay } from '../../shared/domain/notifications.ts';

/** What the clock on the wall shows at an instant (ms since 1970), daylight saving included. */
export function timeOfDay(instant: number): TimeOfDay {
  const date = new Date(instant);
  return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}

/** Whether `time` lies in quiet hours; their last minute is the one before `until`. */
export function isQuiet(time: TimeOfDay, { from, until }: QuietHours): boolean {
  const isAfter = time >= from;
  const isBefore = time < until;
  return from < until ? isAfter && isBefore : isAfter || isBefore;
}

interface Choices {
  /** What was chosen for the account; null where nothing was. */
  account: Pick<AccountNotifications, 'isOn' | 'quiet'> | null;
  general: { showNotifications: boolean; quietHours: QuietHours | null };
}

/** Whether an account may show a notification at a time of day. */
export function mayNotify(time: TimeOfDay, { account, general }: Choices): boolean {
  const { isOn, quiet } = account ?? { isOn: true, quiet: 'general' };
  if (!general.showNotifications || !isOn) return false;
  const hours = quiet === 'general' ? general.quietHours : quiet;
  return hours === null || hours === 'none' || !isQuiet(time, hours);
}
