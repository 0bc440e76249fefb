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
import { Proving } from '../prove/proving.tsx';
import { useStep } from '../prove/use-step.ts';
import { useView } from '../stores/view.ts';
import { EnterStep } from './enter-step.tsx';
import { LinkedStep } from './linked-step.tsx';

const useStyles = makeStyles({
  surface: { maxWidth: 'min(520px, calc(100vw - 32px))' },
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

/** Steps 4 to 6: enter an identifier, prove it, read the confirmation. Closing it keeps everything. */
export function LinkWizard() {
  const styles = useStyles();
  const step = useStep('link');
  const { closeDialog: close, setStep } = useView.getState();
  return (
    <Dialog open onOpenChange={close}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle action={null}>Add email or phone number</DialogTitle>
          <DialogContent className={styles.content}>
            {step.step === 'enter' && <EnterStep refusal={step.refusal} />}
            {step.step === 'proven' && <LinkedStep accountId={step.accountId} />}
            {step.step !== 'enter' && step.step !== 'proven' && (
              <Proving
                step={step}
                backLabel="Use a different email or phone number"
                onBack={() => setStep('link', { step: 'enter' })}
                onVerified={(accountId) => setStep('link', { step: 'proven', accountId })}
              />
            )}
          </DialogContent>
        </DialogBody>
        {/* Last, so that a dialog that opens gives the focus to its field. */}
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
