import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { practiceBarWords } from '../words/en.ts';

/** Says where codes arrive and what they prove; stands wherever a code is awaited or read (security: C15). */
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
