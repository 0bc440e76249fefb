import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Ref } from 'react';
import type { Account, AccountKind } from '../../../shared/domain/account.ts';
import type { GroupId } from '../../../shared/domain/group-id.ts';
import { announce } from '../../components/announce.tsx';
import type { Run } from '../../components/use-command.ts';
import { assign } from '../../groups/assign.ts';
import { api } from '../../ipc/client.ts';
import { useView } from '../../stores/view.ts';
import { MoreMenu } from './more-menu.tsx';
import { RemoveButton } from './remove-button.tsx';
import { words } from './words.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalXS,
    whiteSpace: 'nowrap',
  },
});

interface Props {
  account: Account;
  /** The button of the More menu. */
  more: Ref<HTMLButtonElement>;
  run: Run;
  onEditName(): void;
  onRemove(account: Account): void;
}

/** What can be done with a linked account. */
export function RowActions({ account, more, run, onEditName, onRemove }: Props) {
  async function makePrimary() {
    const done = await run(api.accounts.makePrimary({ accountId: account.id }));
    if (done) announce(words.nowPrimary(account.identifier.display));
  }
  const proveAgain = () => useView.getState().openDialog({ kind: 'prove-again', accountId: account.id });
  const setKind = (kind: AccountKind) => void run(api.accounts.setKind({ accountId: account.id, kind }));
  const setGroup = (group: GroupId | null) => void run(assign([account.id], group));

  return (
    <div className={useStyles().root}>
      <Button appearance="subtle" aria-description={account.identifier.display} onClick={() => void makePrimary()}>
        {words.makePrimary}
      </Button>
      <MoreMenu
        ref={more}
        account={account}
        run={run}
        onEditName={onEditName}
        onProveAgain={proveAgain}
        onPickKind={setKind}
        onPickGroup={setGroup}
      />
      <RemoveButton account={account} onRemove={onRemove} />
    </div>
  );
}
