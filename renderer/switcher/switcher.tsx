import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Account } from '../../shared/domain/account.ts';
import { filterAccounts } from '../components/account-filter.ts';
import { switchAccount } from '../frame/switch-account.ts';
import { useSnapshot } from '../stores/snapshot.ts';
import { useView } from '../stores/view.ts';
import { SearchBox } from './search-box.tsx';
import { SwitcherOptions } from './switcher-options.tsx';

/** How many matches are drawn; with more, typing another letter is quicker than reading on. */
const SHOWN = 50;

const useStyles = makeStyles({
  surface: { maxWidth: 'min(520px, calc(100vw - 32px))', padding: tokens.spacingHorizontalL },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

/** Last used first: the account one wants is mostly one of the last few. */
function byLastUse(a: Account, b: Account): number {
  return (b.lastUsedAt ?? '').localeCompare(a.lastUsedAt ?? '');
}

function pick(account: Account | undefined) {
  if (account) void switchAccount(account);
}

/** Finds an account by typing and switches to it with Enter. `search` is what is typed at first. */
export function Switcher({ search }: { search: string }) {
  const styles = useStyles();
  const close = useView((view) => view.closeDialog);
  const { accounts, groups } = useSnapshot((snapshot) => snapshot.accounts);
  const [text, setText] = useState(search);
  const [index, setIndex] = useState(0);
  const matches = filterAccounts(accounts, text, groups).toSorted(byLastUse);
  const shown = matches.slice(0, SHOWN);
  const current = Math.min(index, Math.max(0, shown.length - 1));

  return (
    <Dialog open onOpenChange={close}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>Switch account</DialogTitle>
          <DialogContent className={styles.content}>
            <SearchBox
              text={text}
              count={shown.length}
              index={current}
              onText={(typed) => {
                setText(typed);
                setIndex(0);
              }}
              onIndex={setIndex}
              onPick={() => pick(shown[current])}
            />
            <SwitcherOptions accounts={shown} index={current} more={matches.length - shown.length} onPick={pick} />
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
