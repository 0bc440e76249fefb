import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { Copy20Regular } from '@fluentui/react-icons/svg/copy';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { Open20Regular } from '@fluentui/react-icons/svg/open';
import { Print20Regular } from '@fluentui/react-icons/svg/print';
import { Search20Regular } from '@fluentui/react-icons/svg/search';
import { ZoomIn20Regular } from '@fluentui/react-icons/svg/zoom-in';
import { ZoomOut20Regular } from '@fluentui/react-icons/svg/zoom-out';
import { useState } from 'react';
import type { Tab } from '../../shared/domain/tab.ts';
import { api } from '../ipc/client.ts';
import { useOverlay } from '../stores/overlays.ts';
import { copyAddress } from './copy-address.ts';
import { askToFind } from './find.ts';
import { closeTab, openInBrowser } from './show.ts';
import { words } from './words.ts';

/** What is not needed all the time. */
export function MoreMenu({ tab }: { tab: Tab }) {
  const [isOpen, setOpen] = useState(false);
  useOverlay(isOpen);
  const tabId = tab.id;
  return (
    <Menu
      // In the page and not at the end of the document, so that it stays in a landmark.
      inline
      hasIcons
      open={isOpen}
      onOpenChange={(_, { open }) => setOpen(open)}
      positioning={{ align: 'end', autoSize: true }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          size="small"
          appearance="subtle"
          aria-label={words.more}
          title={words.more}
          icon={<MoreHorizontal20Regular />}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<Search20Regular />} onClick={() => askToFind(tabId)}>
            {words.find}
          </MenuItem>
          <MenuItem icon={<Print20Regular />} onClick={() => void api.tabs.print({ tabId })}>
            {words.print}
          </MenuItem>
          <ZoomItems tab={tab} />
          <MenuDivider />
          <MenuItem icon={<Copy20Regular />} onClick={() => void copyAddress(tab.address)}>
            {words.copyAddress}
          </MenuItem>
          <MenuItem icon={<Open20Regular />} onClick={() => void openInBrowser(tabId)}>
            {words.openInBrowser}
          </MenuItem>
          <MenuDivider />
          <MenuItem icon={<Dismiss20Regular />} onClick={() => void closeTab(tab)}>
            {words.close}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function ZoomItems({ tab }: { tab: Tab }) {
  const zoom = (change: 'in' | 'out' | 'reset') => void api.tabs.zoom({ tabId: tab.id, change });
  return (
    <MenuGroup>
      <MenuDivider />
      <MenuGroupHeader>{words.zoom(tab.zoom)}</MenuGroupHeader>
      <MenuItem icon={<ZoomIn20Regular />} onClick={() => zoom('in')}>
        {words.zoomIn}
      </MenuItem>
      <MenuItem icon={<ZoomOut20Regular />} onClick={() => zoom('out')}>
        {words.zoomOut}
      </MenuItem>
      <MenuItem disabled={tab.zoom === 100} onClick={() => zoom('reset')}>
        {words.zoomReset}
      </MenuItem>
    </MenuGroup>
  );
}
