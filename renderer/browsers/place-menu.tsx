import { makeStyles, Menu, MenuButton, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import type { Account } from '../../shared/domain/account.ts';
import type { Run } from '../components/use-command.ts';
import { placeNames } from '../../shared/words/browsers.ts';
import { choosePlace } from './choose-place.ts';
import { checkedPlace, PlaceItems } from './place-items.tsx';
import { readBrowsers, useBrowsers } from './use-browsers.ts';
import { words } from './words.ts';

// Over the rows of the list below, which come later in the page.
const useStyles = makeStyles({ popover: { zIndex: 1 } });

/** Shows where the services of an account open, and lets the person choose. */
export function PlaceMenu({ account, run }: { account: Account; run: Run }) {
  const styles = useStyles();
  const { place, installed } = useBrowsers(account.id);
  return (
    // Beside its button and not at the end of the document, so that it stays in a landmark.
    <Menu inline checkedValues={checkedPlace(place)} onOpenChange={(_, { open }) => open && void readBrowsers()}>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="secondary">{words.openInPlace(placeNames[place])}</MenuButton>
      </MenuTrigger>
      <MenuPopover className={styles.popover}>
        <MenuList>
          <PlaceItems installed={installed} onPick={(picked) => void choosePlace(run, account, picked)} />
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
