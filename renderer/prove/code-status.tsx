import {
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Challenge } from '../../shared/domain/challenge.ts';
import { announce } from '../components/announce.tsx';
import { Countdown } from '../components/countdown.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { useView } from '../stores/view.ts';
import { clock } from '../../shared/words/clock.ts';
import { mendedInSettings, sendFailureWords } from '../words/en.ts';
import { channelOf, riskWords } from '../words/ways.ts';

const useStyles = makeStyles({
  spinner: { justifyContent: 'flex-start' },
  // An address can be longer than any line.
  text: { overflowWrap: 'anywhere' },
  timer: { fontVariantNumeric: 'tabular-nums' },
  quiet: { color: tokens.colorNeutralForeground2 },
  said: {
    margin: 0,
    marginTop: tokens.spacingVerticalXS,
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
});

/** Says where the code is: on its way, there, perhaps there, or not sent and why. */
export function CodeStatus({ challenge, ended }: { challenge: Challenge; ended: boolean }) {
  const styles = useStyles();
  const { state, identifier, failure, unsure, said, retryAt } = challenge;
  useAnnounced(challenge);

  if (ended) return <Text className={styles.text}>For {identifier.display}</Text>;
  if (state === 'sending' && retryAt !== null) return <Postponed challenge={challenge} until={retryAt} />;
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
          <MessageBarTitle>
            The code for {identifier.display} {whatFailed(failure)}.
          </MessageBarTitle>
          {failure && sendFailureWords[failure]}
          {failure && mendedInSettings.has(failure) && <ToSettings />}
          <Said said={said} />
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
          <Said said={said} />
        </MessageBarBody>
      </MessageBar>
    );
  }
  return <Sent challenge={challenge} />;
}

function whatFailed(failure: Challenge['failure']): string {
  if (failure === 'undelivered') return 'did not arrive';
  // Perhaps it went out before: what is left cannot check it.
  return failure === 'interrupted' ? 'no longer counts' : 'was not sent';
}

function ToSettings() {
  return (
    <>
      {' '}
      <LinkButton onClick={() => useView.getState().openSettings('verification')}>
        Open Settings &gt; Verification
      </LinkButton>
    </>
  );
}

function Postponed({ challenge: { identifier, said }, until }: { challenge: Challenge; until: string }) {
  const styles = useStyles();
  return (
    <div className={styles.text}>
      The server asked to wait before it takes the code for <strong>{identifier.display}</strong>.{' '}
      <span className={styles.timer}>
        Trying again <Countdown until={until} />.
      </span>
      <Said said={said} />
    </div>
  );
}

function Sent({ challenge: { identifier, carrier, delivered, expiresAt } }: { challenge: Challenge }) {
  const styles = useStyles();
  const channel = channelOf(carrier);
  return (
    <div>
      <Text block className={styles.text}>
        {delivered ? 'Delivered' : 'A code was sent'} to <strong>{identifier.display}</strong>
        {channel !== null && ` by ${channel}`}. It works until {clock(expiresAt)}.
      </Text>
      {channel === 'text message' && (
        <Text block size={200} className={styles.quiet}>
          {riskWords({ strength: 'text-message', label: '' })}
        </Text>
      )}
    </div>
  );
}

/** The server's own words, which tell more than ours can. */
function Said({ said }: { said: string | null }) {
  const styles = useStyles();
  if (said === null) return null;
  return (
    <blockquote className={styles.said}>
      The server said: <q>{said}</q>
    </blockquote>
  );
}

/** Has it read out when the code has gone, and when it has arrived. */
function useAnnounced({ state, delivered, identifier }: Challenge): void {
  const now = delivered ? 'delivered' : state;
  const shown = useRef<string>(now);
  useEffect(() => {
    if (shown.current !== now && now === 'waiting') announce(`The code was sent to ${identifier.display}.`);
    if (shown.current !== now && now === 'delivered') announce(`The code was delivered to ${identifier.display}.`);
    shown.current = now;
  }, [now, identifier.display]);
}
