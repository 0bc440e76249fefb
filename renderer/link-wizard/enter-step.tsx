import { Text } from '@fluentui/react-components';
import type { AppError } from '../../shared/errors.ts';
import { IdentifierForm } from '../prove/identifier-form.tsx';
import { EarlyPracticeBar } from '../prove/practice-bar.tsx';
import { SignInButtons } from '../prove/sign-in-buttons.tsx';

/** Step 4: which account to link, or which waiting code to go on with. */
export function EnterStep({ refusal }: { refusal: AppError | undefined }) {
  return (
    <>
      <Text>Enter how you sign in to the other account. Next you show that it is yours.</Text>
      <IdentifierForm purpose="link" submitLabel="Add" refusal={refusal} />
      <SignInButtons purpose="link" />
      <EarlyPracticeBar />
    </>
  );
}
