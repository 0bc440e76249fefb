import { makeStyles, MenuItemRadio, tokens } from '@fluentui/react-components';
import type { BrowserName, ServicesPlace } from '../../shared/domain/browser.ts';
import { placeNames } from '../../shared/words/browsers.ts';
import { words } from './words.ts';

const places: readonly ServicesPlace[] = ['switchboard', 'edge', 'chrome', 'chromium', 'firefox'];

const useStyles = makeStyles({ missing: { color: 'inherit', marginLeft: tokens.spacingHorizontalS } });

/** What a menu that holds `PlaceItems` says is checked. */
export function checkedPlace(place: ServicesPlace): Record<string, string[]> {
  return { place: [place] };
}

interface Props {
  installed: readonly BrowserName[];
  onPick(place: ServicesPlace): void;
}

/** Where services can open, as radio items of a menu; a browser that is not there says so. */
export function PlaceItems({ installed, onPick }: Props) {
  const styles = useStyles();
  return places.map((place) => {
    const isThere = place === 'switchboard' || installed.includes(place);
    return (
      <MenuItemRadio key={place} name="place" value={place} disabled={!isThere} onClick={() => onPick(place)}>
        {placeNames[place]}
        {!isThere && <span className={styles.missing}>({words.notInstalled})</span>}
      </MenuItemRadio>
    );
  });
}
