import {
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuItem,
  menuItemClassNames,
  menuItemRadioClassNames,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { History20Regular } from '@fluentui/react-icons/svg/history';
import { Mail20Regular } from '@fluentui/react-icons/svg/mail';
import { Person20Regular } from '@fluentui/react-icons/svg/person';
import { Settings20Regular } from '@fluentui/react-icons/svg/settings';
import { useState } from 'react';
import type { Account } from '../../shared/domain/account.ts';
import { AccountAvatar } from '../components/account-avatar.tsx';
import { useOverlay } from '../stores/overlays.ts';
import { useView } from '../stores/view.ts';
import { AccountItems, PICTURE_SIZE } from './account-items.tsx';

const useStyles = makeStyles({
  trigger: { flexShrink: 0, minWidth: 0, padding: '2px', borderRadius: tokens.borderRadiusCircular },
  popover: { width: '320px', maxWidth: 'calc(100vw - 24px)' },
  list: {
    maxWidth: 'none',
    // As wide as the pictures of the accounts, so that all words line up.
    [`& .${menuItemClassNames.icon}, & .${menuItemRadioClassNames.icon}`]: {
      width: `${PICTURE_SIZE}px`,
      justifyContent: 'center',
      marginInlineEnd: tokens.spacingHorizontalXS,
    },
    // Else a long identifier would be cut off at the edge of the menu, without the dots that say so.
    [`& .${menuItemRadioClassNames.content}`]: { minWidth: 0 },
  },
});

/** The menu behind the picture top right: accounts to switch to, and the pages. */
export function ProfileMenu({ active }: { active: Account }) {
  const styles = useStyles();
  const { go, openDialog } = useView.getState();
  const [isOpen, setOpen] = useState(false);
  useOverlay(isOpen);
  return (
    <Menu
      // In the header and not at the end of the document, so that it stays in a landmark.
      inline
      hasIcons
      hasCheckmarks
      open={isOpen}
      onOpenChange={(_, { open }) => setOpen(open)}
      positioning={{ position: 'below', align: 'end', autoSize: true }}
      checkedValues={{ account: [active.id] }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="transparent" className={styles.trigger} aria-label="Profile menu">
          <AccountAvatar account={active} size={36} />
        </Button>
      </MenuTrigger>
      <MenuPopover className={styles.popover}>
        <MenuList className={styles.list}>
          <AccountItems />
          <MenuDivider />
          <MenuItem icon={<Person20Regular />} onClick={() => go('your-info')}>
            Your info
          </MenuItem>
          <MenuItem icon={<Mail20Regular />} onClick={() => go('local-mailbox')}>
            Local mailbox
          </MenuItem>
          <MenuItem icon={<History20Regular />} onClick={() => go('activity')}>
            Activity
          </MenuItem>
          <MenuItem icon={<Settings20Regular />} onClick={() => go('settings')}>
            Settings
          </MenuItem>
          <MenuDivider />
          <MenuItem icon={<Add20Regular />} onClick={() => openDialog({ kind: 'add' })}>
            Add email or phone number
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
