import { useState } from 'react';
import type { Account } from '../../shared/domain/account.ts';
import { useSnapshot } from '../stores/snapshot.ts';
import { ConfirmErase } from './confirm-erase.tsx';
import { ConfirmRemove } from './confirm-remove.tsx';
import { OnlyAccount } from './only-account.tsx';
import { RemovePrimary } from './remove-primary.tsx';

interface Props {
  account: Account;
  onClose(): void;
}

/** Asks before an account goes; before the primary one goes, also which account takes its place. */
export function RemoveAccount({ account, onClose }: Props) {
  const { accounts } = useSnapshot((snapshot) => snapshot.accounts);
  const [erasing, setErasing] = useState(false);
  const erase = () => setErasing(true);

  if (erasing) return <ConfirmErase count={accounts.length} onClose={onClose} />;
  if (!account.isPrimary) return <ConfirmRemove account={account} onClose={onClose} />;
  if (accounts.length === 1) return <OnlyAccount account={account} onErase={erase} onClose={onClose} />;
  return <RemovePrimary account={account} onErase={erase} onClose={onClose} />;
}
