import {
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  Text,
} from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Challenge } from '../../shared/domain/challenge.ts';
import { announce } from '../components/announce.tsx';
import { clock, sendFailureWords } from '../words/en.ts';

const useStyles = makeStyles({
  spinner: { justifyContent: 'flex-start' },
  // An address can be longer than any line.
  text: { overflowWrap: 'anywhere' },
});

/** Says where the code is: on its way, there, perhaps there, or not sent and why. */
export function CodeStatus({ challenge, ended }: { challenge: Challenge; ended: boolean }) {
  const styles = useStyles();
  const { state, identifier, failure, unsure, expiresAt } = challenge;
  const shown = useRef(state);
  useEffect(() => {
    if (shown.current !== state && state === 'waiting') announce(`The code was sent to ${identifier.display}.`);
    shown.current = state;
  }, [state, identifier.display]);

  if (ended) return <Text className={styles.text}>For {identifier.display}</Text>;
  if (state === 'sending') {
    return (
      <Spinner
        className={mergeClasses(styles.spinner, styles.text)}
        size="tiny"
        labelPosition="after"
        label={`Sending a code to ${identifier.display}...`}
      />
    );
  }
  if (state === 'send-failed') {
    return (
      <MessageBar intent="error" layout="multiline" role="alert">
        <MessageBarBody>
          <MessageBarTitle>The code for {identifier.display} was not sent.</MessageBarTitle>
          {failure && sendFailureWords[failure]} Send it again below.
        </MessageBarBody>
      </MessageBar>
    );
  }
  if (unsure) {
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>The code may still arrive.</MessageBarTitle>
          It is not certain that it went out to {identifier.display}. If it does not come, send another below.
        </MessageBarBody>
      </MessageBar>
    );
  }
  return (
    <Text className={styles.text}>
      A code was sent to <strong>{identifier.display}</strong>. It works until {clock(expiresAt)}.
    </Text>
  );
}
