import { useCallback, useState } from 'react';
import type { Account, AccountId } from '../../../shared/domain/account.ts';
import { Page } from '../../components/page.tsx';
import { RemoveAccount } from '../../remove-account/remove-account.tsx';
import { useSnapshot } from '../../stores/snapshot.ts';
import { LinkedSection } from './linked-section.tsx';
import { PendingSection } from './pending-section.tsx';
import { PrimaryCard } from './primary-card.tsx';

/** Your info: the primary account, and the accounts that are linked to it. */
export function YourInfoPage() {
  const { accounts } = useSnapshot((snapshot) => snapshot.accounts);
  const isWaiting = useSnapshot((snapshot) => snapshot.pendingLinks.length > 0);
  const [removing, setRemoving] = useState<AccountId | null>(null);
  const primary = accounts.find((account) => account.isPrimary);
  // The question is over when the account is gone, whoever removed it.
  const removed = accounts.find((account) => account.id === removing);
  const ask = useCallback((account: Account) => setRemoving(account.id), []);
  return (
    <Page title="Your info">
      {primary && <PrimaryCard account={primary} onRemove={ask} />}
      {isWaiting && <PendingSection />}
      <LinkedSection onRemove={ask} />
      {removed && <RemoveAccount account={removed} onClose={() => setRemoving(null)} />}
    </Page>
  );
}
