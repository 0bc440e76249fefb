import { makeStyles, MenuGroup, MenuGroupHeader, MenuItem, MenuItemRadio, tokens } from '@fluentui/react-components';
import { People20Regular } from '@fluentui/react-icons/svg/people';
import type { Account } from '../../shared/domain/account.ts';
import { UnreadAvatar } from '../components/unread-avatar.tsx';
import { useSnapshot } from '../stores/snapshot.ts';
import { useUnread } from '../stores/unread.ts';
import { useView } from '../stores/view.ts';
import { shownName } from '../words/account.ts';
import { unreadFact } from '../words/unread.ts';
import { switchAccount } from './switch-account.ts';

/** How many accounts the menu lists; the others are in the switcher. */
const LISTED = 10;

/** The diameter of an account's picture in the menu, in pixels. */
export const PICTURE_SIZE = 28;

const useStyles = makeStyles({
  item: { maxWidth: 'none', alignItems: 'center' },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  name: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** The first accounts in the person's order, the active one always among them. */
function listed(accounts: readonly Account[]): Account[] {
  const first = accounts.slice(0, LISTED);
  const active = accounts.slice(LISTED).find((account) => account.isActive);
  return active ? [...first.slice(0, -1), active] : first;
}

/** The accounts as radio items, named by their identifier. */
export function AccountItems() {
  const styles = useStyles();
  const accounts = useSnapshot((snapshot) => snapshot.accounts.accounts);
  const unread = useUnread();
  const openDialog = useView((view) => view.openDialog);
  return (
    <MenuGroup>
      <MenuGroupHeader>Accounts</MenuGroupHeader>
      {listed(accounts).map((account) => (
        <MenuItemRadio
          key={account.id}
          name="account"
          value={account.id}
          className={styles.item}
          icon={<UnreadAvatar account={account} size={PICTURE_SIZE} />}
          title={account.identifier.display}
          aria-label={account.identifier.display}
          aria-description={
            [shownName(account), unreadFact(unread[account.id])].filter(Boolean).join(', ') || undefined
          }
          onClick={() => void switchAccount(account)}
        >
          <span className={styles.words}>
            <span className={styles.line}>{account.identifier.display}</span>
            {shownName(account) && <span className={`${styles.line} ${styles.name}`}>{shownName(account)}</span>}
          </span>
        </MenuItemRadio>
      ))}
      {accounts.length > LISTED && (
        <MenuItem icon={<People20Regular />} onClick={() => openDialog({ kind: 'switcher' })}>
          More accounts...
        </MenuItem>
      )}
    </MenuGroup>
  );
}
