import { Button, makeStyles } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { Account, AccountId } from '../../shared/domain/account.ts';
import { ProfileLost } from '../browsers/profile-lost.tsx';
import { useCommand } from '../components/use-command.ts';
import { api } from '../ipc/client.ts';
import { useSnapshot } from '../stores/snapshot.ts';
import { Question } from '../components/question.tsx';
import { AccountPicker } from '../components/account-picker.tsx';
import { words } from './words.ts';

const useStyles = makeStyles({ erase: { alignSelf: 'flex-start' } });

interface Props {
  account: Account;
  onErase(): void;
  onClose(): void;
}

/** Asks before the primary account goes, and which account takes its place. */
export function RemovePrimary({ account, onErase, onClose }: Props) {
  const { accounts } = useSnapshot((snapshot) => snapshot.accounts);
  const others = useMemo(() => accounts.filter(({ id }) => id !== account.id), [accounts, account.id]);
  const [successorId, setSuccessorId] = useState<AccountId | null>(null);
  const { error, run } = useCommand();
  async function remove() {
    // With nothing chosen, main refuses and the refusal says what to do.
    if (await run(api.accounts.remove({ accountId: account.id, successorId }))) onClose();
  }
  return (
    <Question title={words.title} action={words.remove} error={null} onAction={() => void remove()} onClose={onClose}>
      <span>{words.lost(account.identifier.display)}</span>
      <AccountPicker
        label={words.successor}
        accounts={others}
        picked={successorId}
        onPick={setSuccessorId}
        error={error}
      />
      <ProfileLost accountId={account.id} />
      <span>{words.undo}</span>
      <Button className={useStyles().erase} onClick={onErase}>
        {words.erase}
      </Button>
    </Question>
  );
}
