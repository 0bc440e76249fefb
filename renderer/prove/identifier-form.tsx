import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import type { AppError } from '../../shared/errors.ts';
import { announce } from '../components/announce.tsx';
import { TYPED_MAX } from '../components/typed-max.ts';
import type { Wish } from '../stores/steps.ts';
import { useView } from '../stores/view.ts';
import { wordsFor } from '../../shared/words/errors.ts';
import { fittingWays, onlyCarrier } from './choose.ts';
import { start } from './start.ts';
import { SubmitButton } from './submit-button.tsx';
import { useBlocked } from './use-blocked.ts';
import { verifyStep } from './use-step.ts';
import { WaitingCodes } from './waiting-codes.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  actions: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

interface Props {
  purpose: 'sign-in' | 'link';
  submitLabel: string;
  /** Why what is there cannot be proven. */
  refusal: AppError | undefined;
}

/** Goes on to the ways that fit; where there is only one to send a code by, it is sent. Answers why it cannot. */
async function goOn(wish: Wish): Promise<AppError | null> {
  const { setStep } = useView.getState();
  const fitting = await fittingWays(wish);
  if (!fitting.ok) return fitting.error;
  const carrier = onlyCarrier(fitting.value);
  if (carrier === null) {
    setStep(wish.purpose, { step: 'choose', wish, ways: fitting.value });
    return null;
  }
  const started = await start(wish, carrier);
  if (!started.ok) return started.error;
  announce(`A code is on its way to ${started.value.identifier.display}.`);
  setStep(wish.purpose, { step: 'verify', wish, challenge: started.value });
  return null;
}

/** Asks for an email or phone number and begins to prove it; lists those that wait for a code. What was typed is kept until it is used. */
export function IdentifierForm({ purpose, submitLabel, refusal: before }: Props) {
  const styles = useStyles();
  const typed = useView((view) => view.typed[purpose] ?? '');
  const [error, setError] = useState<AppError | null>(before ?? null);
  const [busy, setBusy] = useState(false);
  const { blocked, until } = useBlocked(error, () => setError(null));
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);

  function type(text: string) {
    useView.getState().setTyped(purpose, text);
    setError(null);
  }

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (busy || blocked) return;
    setBusy(true);
    const refusal = await goOn({ purpose, identifier: typed });
    setBusy(false);
    setError(refusal);
    if (refusal !== null) input.current?.focus();
  }

  return (
    <>
      <form noValidate className={styles.root} onSubmit={(event) => void submit(event)}>
        <Field
          label="Email or phone number"
          {...(error
            ? { validationState: 'error', validationMessage: wordsFor(error) }
            : { hint: 'For example name@example.com or +49 170 1234567' })}
        >
          <Input
            ref={input}
            size="large"
            value={typed}
            autoComplete="off"
            spellCheck={false}
            maxLength={TYPED_MAX}
            onChange={(_, { value }) => type(value)}
          />
        </Field>
        <div className={styles.actions}>
          <SubmitButton label={submitLabel} disabled={busy || blocked} until={until} />
        </div>
      </form>
      <WaitingCodes
        purpose={purpose}
        onContinue={(challenge) => useView.getState().setStep(purpose, verifyStep(purpose, challenge))}
        onGivenUp={() => input.current?.focus()}
      />
    </>
  );
}
