import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { colors } from '../colors.ts';
import { useCommand } from '../components/use-command.ts';
import { useRescuedFocus } from '../components/use-rescued-focus.ts';
import { api } from '../ipc/client.ts';
import { useSnapshot } from '../stores/snapshot.ts';
import { GroupForm, type Look } from './group-form.tsx';
import { GroupRow } from './group-row.tsx';
import { words } from './words.ts';

const useStyles = makeStyles({
  surface: { maxWidth: 'min(560px, calc(100vw - 32px))' },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: { paddingBlock: tokens.spacingVerticalS, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
});

/** The groups: to make, change, put in order, open and delete. */
export function GroupsDialog({ onClose }: { onClose(): void }) {
  const styles = useStyles();
  const { groups, accounts } = useSnapshot((snapshot) => snapshot.accounts);
  const members = Map.groupBy(accounts, ({ groupId }) => groupId);
  const add = useRef<HTMLButtonElement>(null);
  useRescuedFocus(groups.length, () => add.current);
  const [adding, setAdding] = useState(groups.length === 0);

  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent className={styles.content}>
            {groups.length === 0 && <Text>{words.none}</Text>}
            {groups.length > 0 && (
              <ul aria-label={words.list} className={styles.list}>
                {groups.map((group, index) => (
                  <li key={group.id} aria-label={group.name} className={styles.item}>
                    <GroupRow
                      group={group}
                      count={members.get(group.id)?.length ?? 0}
                      up={groups[index - 1]?.id}
                      down={index + 1 < groups.length ? (groups[index + 2]?.id ?? null) : undefined}
                    />
                  </li>
                ))}
              </ul>
            )}
            {adding && <NewGroup color={groups.length % colors.length} onDone={() => setAdding(false)} />}
          </DialogContent>
          <DialogActions>
            {!adding && (
              <Button ref={add} onClick={() => setAdding(true)}>
                {words.newGroup}
              </Button>
            )}
            <Button onClick={onClose}>{words.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function NewGroup({ color, onDone }: { color: number; onDone(): void }) {
  const { error, run } = useCommand();
  async function create(look: Look) {
    if (await run(api.groups.create(look))) onDone();
  }
  return (
    <GroupForm
      look={{ name: '', color }}
      submitLabel={words.create}
      error={error}
      onSubmit={(look) => void create(look)}
      onCancel={onDone}
    />
  );
}
