import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { refreshSnapshot, useSnapshot } from '../stores/snapshot.ts';
import { wordsFor } from '../../shared/words/errors.ts';

/** Says why what is shown may be old or missing, where main could not read its store. */
export function ReadProblem() {
  const problem = useSnapshot((snapshot) => snapshot.problem);
  if (problem === null) return null;
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>{wordsFor(problem)}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={refreshSnapshot}>Try again</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
