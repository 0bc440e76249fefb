import { create } from 'zustand';
import type { AccountId } from '../../shared/domain/account.ts';
import type { AccountUnread, Unread } from '../../shared/domain/notifications.ts';
import { api, onEvent } from '../ipc/client.ts';

type UnreadState = Readonly<Partial<Record<AccountId, AccountUnread>>>;

/** What is unread, by account; nothing for an account without. */
export const useUnread = create<UnreadState>(() => ({}));

/** What is unread in one account; undefined where nothing is. */
export function useUnreadOf(id: AccountId): AccountUnread | undefined {
  return useUnread((unread) => unread[id]);
}

/** Reads what is unread and follows it. Call what it returns to stop. */
export function startUnread(): () => void {
  let isOvertaken = false;
  const stop = onEvent((message) => {
    if (message.name !== 'notifications.unread') return;
    isOvertaken = true;
    keep(message.payload);
  });
  void read(() => isOvertaken);
  return stop;
}

/** An answer that an event has overtaken is old. */
async function read(isOvertaken: () => boolean): Promise<void> {
  const answer = await api.notifications.read({});
  if (answer.ok && !isOvertaken()) keep(answer.value);
}

function keep({ accounts }: Unread): void {
  useUnread.setState(Object.fromEntries(accounts.map((unread) => [unread.accountId, unread])), true);
}
