import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useWays } from '../stores/ways.ts';
import { practiceBarWords } from '../words/en.ts';

/** Says where codes arrive and what they prove; stands wherever a code is awaited or read in the local mailbox (security: C15). */
export function PracticeBar() {
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>Codes stay on this computer.</MessageBarTitle>
        {practiceBarWords}
      </MessageBarBody>
    </MessageBar>
  );
}

/** The same before anything is sent: as long as nothing is set up that reaches a real inbox or phone. */
export function EarlyPracticeBar() {
  const real = useWays(
    ({ ways }) => ways?.some(({ strength, setUp }) => setUp !== null && strength !== 'sign-in') ?? false,
  );
  return real ? null : <PracticeBar />;
}
