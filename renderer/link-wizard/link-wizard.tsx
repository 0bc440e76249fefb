import { ProveDialog } from '../prove/prove-dialog.tsx';
import { Proving } from '../prove/proving.tsx';
import { useStep } from '../prove/use-step.ts';
import { useView } from '../stores/view.ts';
import { EnterStep } from './enter-step.tsx';
import { LinkedStep } from './linked-step.tsx';

/** Steps 4 to 6: enter an identifier, prove it, read the confirmation. */
export function LinkWizard() {
  const step = useStep('link');
  const { setStep } = useView.getState();
  return (
    <ProveDialog title="Add email or phone number" isOver={step.step === 'proven'}>
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
    </ProveDialog>
  );
}
