import { Button, Text } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { SetUpName } from '../../../../../shared/domain/way.ts';
import { announce } from '../../../../components/announce.tsx';
import { Question } from '../../../../components/question.tsx';
import { useCommand } from '../../../../components/use-command.ts';
import { api } from '../../../../ipc/client.ts';
import { useView } from '../../../../stores/view.ts';
import { words, descriptions } from '../words.ts';

/** Forgets how a way is set up, once that was confirmed, and goes back to all of them. */
export function RemoveSetUp({ name }: { name: SetUpName }) {
  const [asked, setAsked] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { error, run } = useCommand();
  const { title } = descriptions[name];

  async function remove() {
    if (!(await run(api.ways.forget({ name })))) return;
    announce(words.removed(title));
    useView.getState().openSettings('verification');
  }

  function leave() {
    setAsked(false);
    button.current?.focus();
  }

  return (
    <>
      <Button ref={button} onClick={() => setAsked(true)}>
        {words.remove}
      </Button>
      {asked && (
        <Question
          title={words.removeTitle(title)}
          action={words.remove}
          error={error}
          onAction={() => void remove()}
          onClose={leave}
        >
          <Text>{words.removeLead}</Text>
        </Question>
      )}
    </>
  );
}
