import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  Text,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { ErrorMessage } from '../components/error-message.tsx';
import { useCommand } from '../components/use-command.ts';
import { api } from '../ipc/client.ts';
import type { BrowserStep } from '../stores/steps.ts';
import { wordsFor } from '../../shared/words/errors.ts';
import { RefusedActions } from './refused-actions.tsx';
import { cancelSignIn } from './sign-in-with.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  heading: { ...typographyStyles.subtitle2, margin: 0, outlineStyle: 'none' },
  spinner: { justifyContent: 'flex-start' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

/** A sign-in that goes on in the browser, or why it came to nothing. */
export function InBrowser({ step }: { step: BrowserStep }) {
  const styles = useStyles();
  const { label, refusal } = step;
  const heading = useRef<HTMLHeadingElement>(null);
  // What had the focus is gone, at the beginning as at the end.
  useEffect(() => heading.current?.focus(), [refusal]);
  return (
    <div className={styles.root}>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {refusal === null ? 'Continue in your browser' : `You are not signed in with ${label}`}
      </h2>
      {refusal === null ? (
        <Waiting step={step} />
      ) : (
        <>
          <MessageBar intent="error" layout="multiline" role="alert">
            <MessageBarBody>{wordsFor(refusal)}</MessageBarBody>
          </MessageBar>
          <div className={styles.actions}>
            <RefusedActions step={step} refusal={refusal} />
          </div>
        </>
      )}
    </div>
  );
}

function Waiting({ step }: { step: BrowserStep }) {
  const styles = useStyles();
  const { error, run } = useCommand();
  return (
    <>
      <Text>
        Sign in on the page of {step.label} that opens there, then come back here. Switchboard notices by itself, for up
        to 5 minutes.
      </Text>
      <Spinner className={styles.spinner} size="tiny" labelPosition="after" label="Waiting for you to sign in..." />
      {error && <ErrorMessage error={error} />}
      <div className={styles.actions}>
        <Button size="large" onClick={() => void run(api.accounts.reopenBrowser({}))}>
          Open the browser again
        </Button>
        <Button size="large" onClick={() => cancelSignIn(step)}>
          Cancel
        </Button>
      </div>
    </>
  );
}
