import { create } from 'zustand';
import type { AccountId } from '../../shared/domain/account.ts';
import type { AccountNotifications } from '../../shared/domain/notifications.ts';
import type { AppError } from '../../shared/errors.ts';
import { api } from '../ipc/client.ts';

interface SettingsState {
  /** What was chosen for single accounts; null until main answered. */
  chosen: Readonly<Partial<Record<AccountId, AccountNotifications>>> | null;
  /** Why main could not be read, last time. */
  problem: AppError | null;
}

/** When accounts may show notifications, as last read. */
export const useNotificationSettings = create<SettingsState>(() => ({ chosen: null, problem: null }));

/** Reads them; nobody but the window changes them. */
export async function readNotificationSettings(): Promise<void> {
  const answer = await api.notifications.settings({});
  if (!answer.ok) return useNotificationSettings.setState({ problem: answer.error });
  const chosen = Object.fromEntries(answer.value.map((settings) => [settings.accountId, settings]));
  useNotificationSettings.setState({ chosen, problem: null });
}

/** Chooses for one account, shown at once and taken back where main refuses. */
export async function changeNotifications(settings: AccountNotifications) {
  const before = useNotificationSettings.getState().chosen?.[settings.accountId];
  keep(settings.accountId, settings);
  const answer = await api.notifications.change(settings);
  if (!answer.ok) keep(settings.accountId, before);
  return answer;
}

function keep(id: AccountId, settings: AccountNotifications | undefined): void {
  useNotificationSettings.setState(({ chosen }) => ({ chosen: { ...chosen, [id]: settings } }));
}
