import type { Account } from '../../shared/domain/account.ts';
import { api } from '../ipc/client.ts';
import { notify } from '../stores/notices.ts';
import { useView } from '../stores/view.ts';
import { wordsFor } from '../../shared/words/errors.ts';

/** Makes an account the active one and shows its dashboard. */
export async function switchAccount({ id }: Account): Promise<void> {
  const answer = await api.accounts.switchTo({ accountId: id });
  if (!answer.ok) {
    notify(wordsFor(answer.error), 'error');
    return;
  }
  useView.getState().go('dashboard');
}
