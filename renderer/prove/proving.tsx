import type { AccountId } from '../../shared/domain/account.ts';
import type { Step } from '../stores/steps.ts';
import { ChooseWay } from './choose-way.tsx';
import { InBrowser } from './in-browser.tsx';
import { VerifyForm } from './verify-form.tsx';

interface Props {
  step: Exclude<Step, { step: 'enter' | 'proven' }>;
  /** What `onBack` leads to from the code. */
  backLabel: string;
  onBack(): void;
  /** The code was right. A sign-in goes on by itself. */
  onVerified(accountId: AccountId): void;
}

/** The steps that are the same whoever is proven: choose a way, sign in in the browser, type the code. */
export function Proving({ step, backLabel, onBack, onVerified }: Props) {
  switch (step.step) {
    case 'choose':
      return <ChooseWay step={step} onBack={onBack} />;
    case 'browser':
      return <InBrowser step={step} />;
    default:
      return (
        <VerifyForm
          key={step.challenge.id}
          wish={step.wish}
          challenge={step.challenge}
          backLabel={backLabel}
          onBack={onBack}
          onVerified={onVerified}
        />
      );
  }
}
