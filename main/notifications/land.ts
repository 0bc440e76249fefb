import type { Client, EventMessage } from '../../shared/ipc/contract.ts';
import type { Target } from './notifications.ts';

interface Parts {
  commands: Pick<Client, 'accounts' | 'tabs'>;
  tell: (message: EventMessage) => void;
}

/** Where a click on a notification lands: in its account, on its tab. What is refused is told in the window. */
export async function land({ commands, tell }: Parts, { accountId, tabId }: Target): Promise<void> {
  const reply = await commands.accounts.switchTo({ accountId });
  if (!reply.ok) return tell({ name: 'app.notice', payload: { code: 'command-refused', error: reply.error } });
  tell({ name: 'app.navigate', payload: { page: 'dashboard' } });
  // One that was closed meanwhile leaves its account's place as it is.
  await commands.tabs.show({ tabId });
}
