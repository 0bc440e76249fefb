import { Text } from '@fluentui/react-components';
import { announce } from '../../../../components/announce.tsx';
import { Question } from '../../../../components/question.tsx';
import { useCommand } from '../../../../components/use-command.ts';
import { api } from '../../../../ipc/client.ts';
import { words } from './words.ts';

/** Asks before the passphrase, and what is kept under it, is given up. */
export function GiveUpPassphrase({ onClose }: { onClose(): void }) {
  const { error, run } = useCommand();
  async function giveUp() {
    if (!(await run(api.secrets.forgetPassphrase({})))) return;
    announce(words.givenUp);
    onClose();
  }
  return (
    <Question
      title={words.giveUpTitle}
      action={words.giveUp}
      error={error}
      onAction={() => void giveUp()}
      onClose={onClose}
    >
      <Text>{words.giveUpLead}</Text>
    </Question>
  );
}
