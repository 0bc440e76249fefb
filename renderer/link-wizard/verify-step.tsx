import type { Challenge } from '../../shared/domain/challenge.ts';
import { PracticeBar } from '../prove/practice-bar.tsx';
import { VerifyForm } from '../prove/verify-form.tsx';
import { useView } from '../stores/view.ts';

/** Step 5: the code. */
export function VerifyStep({ challenge }: { challenge: Challenge }) {
  const { setStep } = useView.getState();
  const { identifier, carrier } = challenge;
  return (
    <>
      <VerifyForm
        key={challenge.id}
        purpose="link"
        challenge={challenge}
        onVerified={() => setStep('link', { step: 'linked', identifier, practice: carrier === 'local-mailbox' })}
        onDifferent={() => setStep('link', { step: 'enter' })}
      />
      <PracticeBar />
    </>
  );
}
