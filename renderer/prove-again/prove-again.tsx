import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Dismiss24Regular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect } from 'react';
import type { Account, AccountId } from '../../shared/domain/account.ts';
import { Proving } from '../prove/proving.tsx';
import { useProveAgainStep } from '../prove/use-step.ts';
import { useAccount } from '../stores/snapshot.ts';
import { useView } from '../stores/view.ts';
import { ProvenStep } from './proven-step.tsx';

const useStyles = makeStyles({
  surface: { maxWidth: 'min(520px, calc(100vw - 32px))' },
  title: { overflowWrap: 'anywhere', paddingInlineEnd: tokens.spacingHorizontalXXL },
  close: { position: 'absolute', top: tokens.spacingVerticalM, insetInlineEnd: tokens.spacingHorizontalM },
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    paddingBlock: tokens.spacingVerticalM,
    // In a low window the content scrolls; a bar that gave way instead would lose its text over its edge.
    '& > *': { flexShrink: 0 },
  },
});

/** Proves an account that is there once more. Closing it keeps everything. */
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
  const styles = useStyles();
  const step = useProveAgainStep(account);
  const { closeDialog: close, setStep } = useView.getState();
  const { id: accountId } = account;

  function back() {
    if (step.step === 'choose') close();
    else setStep('prove-again', { step: 'choose', wish: { purpose: 'prove-again', accountId }, ways: [] });
  }

  return (
    <Dialog open onOpenChange={close}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle action={null} className={styles.title}>
            Prove {account.identifier.display} again
          </DialogTitle>
          <DialogContent className={styles.content}>
            {step.step === 'proven' && <ProvenStep account={account} />}
            {step.step !== 'enter' && step.step !== 'proven' && (
              <Proving
                step={step}
                backLabel="Prove it another way"
                onBack={back}
                onVerified={() => setStep('prove-again', { step: 'proven', accountId })}
              />
            )}
          </DialogContent>
        </DialogBody>
        {/* Last, so that a dialog that opens gives the focus to what it asks. */}
        {step.step !== 'proven' && (
          <Button
            appearance="subtle"
            className={styles.close}
            aria-label="Close"
            icon={<Dismiss24Regular />}
            onClick={close}
          />
        )}
      </DialogSurface>
    </Dialog>
  );
}
