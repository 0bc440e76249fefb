import { Button } from '@fluentui/react-components';
import type { AppError } from '../../shared/errors.ts';
import type { BrowserStep } from '../stores/steps.ts';
import { useView } from '../stores/view.ts';
import { signInWith } from './sign-in-with.ts';

/** What helps on after a sign-in that came to nothing. */
export function RefusedActions({ step, refusal }: { step: BrowserStep; refusal: AppError }) {
  const { setStep } = useView.getState();
  const notSetUp = refusal.code === 'provider-not-set-up';
  return (
    <>
      {notSetUp && (
        <Button appearance="primary" size="large" onClick={() => useView.getState().openSettings(step.provider)}>
          Set up sign-in with {step.label}
        </Button>
      )}
      <Button appearance={notSetUp ? 'secondary' : 'primary'} size="large" onClick={() => void signInWith(step)}>
        Try again
      </Button>
      {refusal.code === 'sign-in-other-account' && refusal.came !== '' && (
        <Button size="large" onClick={() => void addOther(step)}>
          {step.wish.purpose === 'sign-in' ? `Sign in as ${refusal.came}` : `Add ${refusal.came}`} instead
        </Button>
      )}
      <Button size="large" onClick={() => setStep(step.wish.purpose, step.back)}>
        Back
      </Button>
    </>
  );
}

/** Takes whoever signs in now. What was to be proven stays as it is. */
function addOther({ wish, provider, label }: BrowserStep): Promise<void> {
  const purpose = wish.purpose === 'sign-in' ? 'sign-in' : 'link';
  if (purpose === 'link') useView.getState().openDialog({ kind: 'add' });
  return signInWith({ wish: { purpose, identifier: '' }, provider, label, back: { step: 'enter' } });
}
