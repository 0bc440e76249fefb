import { useEffect } from 'react';
import type { Account, AccountId } from '../../shared/domain/account.ts';
import { ProveDialog } from '../prove/prove-dialog.tsx';
import { ProvenMessage } from '../prove/proven-message.tsx';
import { Proving } from '../prove/proving.tsx';
import { useProveAgainStep } from '../prove/use-step.ts';
import { useAccount } from '../stores/snapshot.ts';
import { useView } from '../stores/view.ts';

/** Proves an account that is there once more. */
export function ProveAgain({ accountId }: { accountId: AccountId }) {
  const account = useAccount(accountId);
  const there = account !== undefined;
  useEffect(() => {
    // Removed meanwhile, in the tray or by a shortcut.
    if (!there) useView.getState().closeDialog();
  }, [there]);
  return account ? <ProveAgainDialog account={account} /> : null;
}

function ProveAgainDialog({ account }: { account: Account }) {
  const step = useProveAgainStep(account);
  const { closeDialog, setStep } = useView.getState();
  const { id: accountId } = account;

  function back() {
    if (step.step === 'choose') closeDialog();
    else setStep('prove-again', { step: 'choose', wish: { purpose: 'prove-again', accountId }, ways: [] });
  }

  return (
    <ProveDialog title={`Prove ${account.identifier.display} again`} isOver={step.step === 'proven'}>
      {/* Its strongest proof, which an older one may still be. */}
      {step.step === 'proven' && (
        <ProvenMessage outcome="proven" account={account}>
          is now shown as
        </ProvenMessage>
      )}
      {step.step !== 'enter' && step.step !== 'proven' && (
        <Proving
          step={step}
          backLabel="Prove it another way"
          onBack={back}
          onVerified={() => setStep('prove-again', { step: 'proven', accountId })}
        />
      )}
    </ProveDialog>
  );
}
