import {
  Button,
  makeStyles,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { ActivityFilter } from '../../../shared/domain/activity.ts';
import { announce } from '../../components/announce.tsx';
import { Question } from '../../components/question.tsx';
import { useCommand } from '../../components/use-command.ts';
import { api } from '../../ipc/client.ts';
import { notify } from '../../stores/notices.ts';
import { wordsFor } from '../../../shared/words/errors.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** What can be done with the activity as a whole. An export has what the filter shows. */
export function ActivityActions({ filter }: { filter: ActivityFilter }) {
  const [asking, setAsking] = useState(false);
  const save = (format: 'csv' | 'json') => void exportActivity(filter, format);
  return (
    <div className={useStyles().root}>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton>{words.export}</MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => save('csv')}>{words.exportCsv}</MenuItem>
            <MenuItem onClick={() => save('json')}>{words.exportJson}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <Button onClick={() => setAsking(true)}>{words.clear}</Button>
      {asking && <ClearQuestion onClose={() => setAsking(false)} />}
    </div>
  );
}

async function exportActivity(filter: ActivityFilter, format: 'csv' | 'json'): Promise<void> {
  const answer = await api.activity.export({ ...filter, format });
  if (!answer.ok) notify(wordsFor(answer.error), 'error');
  else if (answer.value.isSaved) notify(words.exported, 'success');
}

function ClearQuestion({ onClose }: { onClose(): void }) {
  const { error, run } = useCommand();
  async function clear() {
    if ((await run(api.activity.clear({}))) === null) return;
    announce(words.cleared);
    onClose();
  }
  return (
    <Question
      title={words.clearTitle}
      action={words.clearAction}
      error={error}
      onAction={() => void clear()}
      onClose={onClose}
    >
      {words.clearText}
    </Question>
  );
}
