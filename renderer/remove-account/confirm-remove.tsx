import type { Account } from '../../shared/domain/account.ts';
import { ProfileLost } from '../browsers/profile-lost.tsx';
import { useCommand } from '../components/use-command.ts';
import { api } from '../ipc/client.ts';
import { Question } from '../components/question.tsx';
import { words } from './words.ts';

/** Asks before a linked account goes. */
export function ConfirmRemove({ account, onClose }: { account: Account; onClose(): void }) {
  const { error, run } = useCommand();
  async function remove() {
    if (await run(api.accounts.remove({ accountId: account.id, successorId: null }))) onClose();
  }
  return (
    <Question title={words.title} action={words.remove} error={error} onAction={() => void remove()} onClose={onClose}>
      <span>{words.lost(account.identifier.display)}</span>
      {account.isActive && <span>{words.lostActive}</span>}
      <ProfileLost accountId={account.id} />
      <span>{words.undo}</span>
    </Question>
  );
}
