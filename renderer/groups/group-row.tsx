import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
  tokens,
} from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { useState } from 'react';
import type { Group } from '../../shared/domain/group.ts';
import type { GroupId } from '../../shared/domain/group-id.ts';
import { ErrorMessage } from '../components/error-message.tsx';
import { Question } from '../components/question.tsx';
import { useCommand } from '../components/use-command.ts';
import { api } from '../ipc/client.ts';
import { countAccounts } from '../words/account.ts';
import { GroupChip } from './group-chip.tsx';
import { GroupForm, type Look } from './group-form.tsx';
import { OpenAll } from './open-all.tsx';
import { words } from './words.ts';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  count: { flex: '1 0 auto', whiteSpace: 'nowrap', color: tokens.colorNeutralForeground2 },
});

interface Props {
  group: Group;
  /** How many accounts are in it. */
  count: number;
  /** What stands before the group once it is moved; undefined where it cannot be moved so. */
  up: GroupId | undefined;
  down: GroupId | null | undefined;
}

/** One group: who it is, and what can be done with it. */
export function GroupRow({ group, count, up, down }: Props) {
  const styles = useStyles();
  const [state, setState] = useState<'shown' | 'edited' | 'deleted'>('shown');
  const { error, run } = useCommand();
  const groupId = group.id;
  const show = () => setState('shown');
  const move = (before: GroupId | null | undefined) =>
    before !== undefined && void run(api.groups.move({ groupId, before }));
  async function save(look: Look) {
    if (await run(api.groups.change({ groupId, ...look }))) show();
  }

  if (state === 'edited') {
    return (
      <GroupForm
        look={group}
        submitLabel={words.save}
        error={error}
        onSubmit={(look) => void save(look)}
        onCancel={show}
      />
    );
  }
  return (
    <>
      <div className={styles.root}>
        <GroupChip group={group} />
        <Text size={200} className={styles.count}>
          {countAccounts(count)}
        </Text>
        <OpenAll group={group} count={count} />
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button appearance="subtle" icon={<MoreHorizontal20Regular />} aria-label={words.more(group.name)} />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem onClick={() => setState('edited')}>{words.editItem}</MenuItem>
              <MenuItem disabled={up === undefined} onClick={() => move(up)}>
                {words.moveUp}
              </MenuItem>
              <MenuItem disabled={down === undefined} onClick={() => move(down)}>
                {words.moveDown}
              </MenuItem>
              <MenuItem onClick={() => setState('deleted')}>{words.delete}</MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
      {error && state === 'shown' && <ErrorMessage error={error} />}
      {state === 'deleted' && (
        <Question
          title={words.deleteTitle(group.name)}
          action={words.delete}
          error={error}
          onAction={() => void run(api.groups.remove({ groupId }))}
          onClose={show}
        >
          {words.deleteText}
        </Question>
      )}
    </>
  );
}
