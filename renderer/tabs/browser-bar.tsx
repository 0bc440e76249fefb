import { Button } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { Tab } from '../../shared/domain/tab.ts';
import { OfferBrowser } from '../browsers/offer-browser.tsx';
import { announce } from '../components/announce.tsx';
import { openInBrowser } from './show.ts';
import { useBarStyles } from './use-bar-styles.ts';
import { words } from './words.ts';

/** Offers a real browser where a page asks for a sign-in that only one has. */
export function BrowserBar({ tab }: { tab: Tab }) {
  const styles = useBarStyles();
  useEffect(() => announce(words.wantsBrowser), []);
  return (
    <section aria-label={words.openInBrowser} className={styles.root}>
      <span className={styles.text}>{words.wantsBrowser}</span>
      <span className={styles.actions}>
        <Button size="small" appearance="primary" onClick={() => void openInBrowser(tab.id)}>
          {words.openInBrowser}
        </Button>
        <OfferBrowser accountId={tab.accountId} onChosen={() => void openInBrowser(tab.id)} />
      </span>
    </section>
  );
}
