import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import type { Challenge, Purpose } from '../../shared/domain/challenge.ts';
import type { AppError } from '../../shared/errors.ts';
import { announce } from '../components/announce.tsx';
import { Countdown } from '../components/countdown.tsx';
import { TYPED_MAX } from '../components/typed-max.ts';
import { useView } from '../stores/view.ts';
import { wordsFor } from '../words/errors.ts';
import { start } from './start.ts';
import { useBlocked } from './use-blocked.ts';
import { WaitingCodes } from './waiting-codes.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  actions: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  note: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});

interface Props {
  purpose: Purpose;
  submitLabel: string;
  /** Gets the challenge that was begun, or that was picked to go on with. */
  onChallenge(challenge: Challenge): void;
}

/** Asks for an email or phone number and has a code sent to it; lists those that wait for one. What was typed is kept until it is used. */
export function IdentifierForm({ purpose, submitLabel, onChallenge }: Props) {
  const styles = useStyles();
  const typed = useView((view) => view.typed[purpose] ?? '');
  const [error, setError] = useState<AppError | null>(null);
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
    const answer = await start(purpose, typed);
    setBusy(false);
    if (answer.ok) {
      announce(`A code is on its way to ${answer.value.identifier.display}.`);
      onChallenge(answer.value);
    } else {
      setError(answer.error);
      input.current?.focus();
    }
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
          <Button type="submit" appearance="primary" size="large" disabledFocusable={busy || blocked}>
            {submitLabel}
          </Button>
          {until && (
            <span className={styles.note}>
              Try again <Countdown until={until} />
            </span>
          )}
        </div>
      </form>
      <WaitingCodes purpose={purpose} onContinue={onChallenge} onGivenUp={() => input.current?.focus()} />
    </>
  );
}
