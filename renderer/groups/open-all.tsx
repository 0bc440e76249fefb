import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { Group } from '../../shared/domain/group.ts';
import { Question } from '../components/question.tsx';
import { api } from '../ipc/client.ts';
import { notify } from '../stores/notices.ts';
import { wordsFor } from '../../shared/words/errors.ts';
import { words } from './words.ts';

/** From more accounts than this on, the person is asked first. */
const UNASKED = 10;

const useStyles = makeStyles({
  button: { flexShrink: 0 },
});

interface Props {
  group: Group;
  /** How many accounts are in it. */
  count: number;
}

/** Opens a service for each account of a group. */
export function OpenAll({ group, count }: Props) {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);

  async function open() {
    setAsking(false);
    setBusy(true);
    const answer = await api.groups.openAll({ groupId: group.id, serviceId: null });
    setBusy(false);
    if (!answer.ok) return notify(wordsFor(answer.error), 'error');
    const { opened, failed } = answer.value;
    notify(words.opened(opened, failed), failed === 0 ? 'success' : 'warning');
  }

  return (
    <>
      <Button
        className={useStyles().button}
        aria-label={words.openAllOf(group.name)}
        disabledFocusable={busy || count === 0}
        onClick={() => (count > UNASKED ? setAsking(true) : void open())}
      >
        {words.openAll}
      </Button>
      {asking && (
        <Question
          title={words.openTitle(count)}
          action={words.openAll}
          error={null}
          onAction={() => void open()}
          onClose={() => setAsking(false)}
        >
          {words.openText(count)}
        </Question>
      )}
    </>
  );
}
