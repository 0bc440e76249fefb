import { Text } from '@fluentui/react-components';
import type { Challenge } from '../../shared/domain/challenge.ts';
import { IdentifierForm } from '../prove/identifier-form.tsx';
import { PracticeBar } from '../prove/practice-bar.tsx';
import { useView } from '../stores/view.ts';

function verify(challenge: Challenge) {
  useView.getState().setStep('link', { step: 'verify', challenge });
}

/** Step 4: which account to link, or which waiting code to go on with. */
export function EnterStep() {
  return (
    <>
      <Text>Enter how you sign in to the other account. A code is sent there, to show that the account is yours.</Text>
      <IdentifierForm purpose="link" submitLabel="Add" onChallenge={verify} />
      <PracticeBar />
    </>
  );
}
