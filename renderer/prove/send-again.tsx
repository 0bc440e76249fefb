import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Ref } from 'react';
import type { AppError } from '../../shared/errors.ts';
import { Countdown } from '../components/countdown.tsx';
import { ErrorMessage } from '../components/error-message.tsx';
import { useSecondsUntil } from '../components/use-seconds-until.ts';

const useStyles = makeStyles({
  note: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  error: { flexBasis: '100%' },
});

interface Props {
  ref: Ref<HTMLButtonElement>;
  /** Whether only a new challenge goes on. */
  ended: boolean;
  /** Whether it is the next thing to do. */
  primary: boolean;
  busy: boolean;
  /** From when another code may be sent. */
  until: string | null;
  /** Codes are closed for this identifier: no other can be sent. */
  closedForGood: boolean;
  error: AppError | null;
  onSend(): void;
}

/** Sends another code, from the time it is allowed on. It keeps the focus while it waits. */
export function SendAgain({ ref, ended, primary, busy, until, closedForGood, error, onSend }: Props) {
  const styles = useStyles();
  const waiting = useSecondsUntil(until) > 0;
  if (closedForGood) return null;
  return (
    <>
      <Button
        ref={ref}
        appearance={primary ? 'primary' : 'secondary'}
        size="large"
        disabledFocusable={busy || waiting}
        onClick={onSend}
      >
        {ended ? 'Send a new code' : 'Resend code'}
      </Button>
      {until !== null && waiting && (
        <span className={styles.note}>
          Another code can be sent <Countdown until={until} />
        </span>
      )}
      {error && (
        <div className={styles.error}>
          <ErrorMessage error={error} />
        </div>
      )}
    </>
  );
}
