import { Button, Menu, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { useState } from 'react';
import type { ImportReport as Report } from '../../../shared/domain/group.ts';
import { GroupsDialog } from '../../groups/groups-dialog.tsx';
import { api } from '../../ipc/client.ts';
import { notify } from '../../stores/notices.ts';
import { wordsFor } from '../../../shared/words/errors.ts';
import { ImportReport } from './import-report.tsx';
import { words } from './words.ts';

/** What can be done with all accounts: groups, and lists as files. */
export function ListMenu() {
  const [open, setOpen] = useState<'groups' | Report | null>(null);
  const close = () => setOpen(null);

  async function importAccounts() {
    const answer = await api.groups.importAccounts({});
    if (answer.ok) setOpen(answer.value);
    else notify(wordsFor(answer.error), 'error');
  }

  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button icon={<MoreHorizontal20Regular />} aria-label={words.lists} />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => setOpen('groups')}>{words.groups}</MenuItem>
            <MenuDivider />
            <MenuItem onClick={() => void importAccounts()}>{words.import}</MenuItem>
            <MenuItem onClick={() => void exportAccounts()}>{words.export}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {open === 'groups' && <GroupsDialog onClose={close} />}
      {open !== null && open !== 'groups' && <ImportReport report={open} onClose={close} />}
    </>
  );
}

async function exportAccounts(): Promise<void> {
  const answer = await api.groups.exportAccounts({});
  if (!answer.ok) notify(wordsFor(answer.error), 'error');
  else if (answer.value.isSaved) notify(words.exported, 'success');
}
