import type { AccountUnread } from '../../shared/domain/notifications.ts';
import { unreadWords } from '../../shared/unread.ts';

/** How much is unread in an account, in words; empty where nothing is. */
export function unreadFact(unread: AccountUnread | undefined): string {
  if (unread === undefined) return '';
  const words = unreadWords(unread.count);
  return unread.isLastKnown ? `${words} when last open` : words;
}
